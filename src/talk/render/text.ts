import type { MarkedToken, Token, Tokens } from 'marked';
import type { SlideToken } from '../model/file.ts';
import { decodeReferences } from '../model/references.ts';
import type { SlideContext } from './context.ts';

type Words = Pick<SlideContext, 'words'>;

/** The second line of a table says how its columns are aligned. */
const RULES = { none: '---', left: ':---', center: ':---:', right: '---:' };

/** Writes rendered tokens as plain Markdown, with the words of values and blocks in their place. */
export function toText(tokens: readonly Token[], context: Words): string {
  const parts = tokens.map((token) => writeBlock(token as MarkedToken | SlideToken, context));
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}

/** Reads the words of inline tokens, without markup. */
export function toWords(tokens: readonly Token[], context: Words): string {
  return tokens.map((token) => readWords(token as MarkedToken | SlideToken, context)).join('');
}

function readWords(token: MarkedToken | SlideToken, context: Words): string {
  switch (token.type) {
    case 'value':
      return context.words.get(token as Token) ?? token.raw;
    case 'html':
    case 'pause':
    case 'attributes':
    case 'checkbox':
      return '';
    case 'br':
      return ' ';
    case 'codespan':
      return token.text;
    default: {
      if ('tokens' in token && token.tokens) return toWords(token.tokens, context);
      const text = 'text' in token ? token.text : '';
      return decodeReferences(text);
    }
  }
}

function writeBlock(token: MarkedToken | SlideToken, context: Words): string {
  switch (token.type) {
    case 'heading':
      return `${'#'.repeat(token.depth)} ${writeInline(token.tokens, context)}`;
    case 'paragraph':
      return writeInline(token.tokens, context);
    case 'text':
      return writeInline(token.tokens ?? [token], context);
    case 'list':
      return writeList(token, context);
    case 'table':
      return writeTable(token, context);
    case 'blockquote':
      return indent(toText(token.tokens, context), '> ');
    case 'codeblock':
      return `\`\`\`${token.language ?? ''}\n${token.text}\n\`\`\``;
    case 'datablock':
      return context.words.get(token as Token) ?? '';
    case 'container':
      return [token.argument, toText(token.tokens, context)].filter(Boolean).join('\n\n');
    default:
      return '';
  }
}

function writeInline(tokens: readonly Token[], context: Words): string {
  const parts = tokens.map((item) => {
    const token = item as MarkedToken | SlideToken;
    switch (token.type) {
      case 'strong':
        return `**${writeInline(token.tokens, context)}**`;
      case 'em':
        return `*${writeInline(token.tokens, context)}*`;
      case 'codespan':
        return `\`${token.text}\``;
      case 'link':
        return `[${writeInline(token.tokens, context)}](${token.href})`;
      case 'text':
        return token.tokens ? writeInline(token.tokens, context) : readWords(token, context);
      default:
        return readWords(token, context);
    }
  });
  return parts.join('').trimEnd();
}

function writeList({ items, ordered, start }: Tokens.List, context: Words): string {
  const lines = items.map((item, index) => {
    const bullet = ordered ? `${Number(start) + index}. ` : '- ';
    const parts = item.tokens.map((token) =>
      writeBlock(token as MarkedToken | SlideToken, context),
    );
    const text = parts.filter(Boolean).join('\n');
    return bullet + indent(text, ' '.repeat(bullet.length)).trimStart();
  });
  return lines.join('\n');
}

function writeTable({ header, rows }: Tokens.Table, context: Words): string {
  const line = (cells: readonly Tokens.TableCell[]) =>
    `| ${cells.map((cell) => writeInline(cell.tokens, context)).join(' | ')} |`;
  const rule = `| ${header.map(({ align }) => RULES[align ?? 'none']).join(' | ')} |`;
  return [line(header), rule, ...rows.map(line)].join('\n');
}

function indent(text: string, by: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? by.trimEnd() : by + line))
    .join('\n');
}
