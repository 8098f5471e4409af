import type { CodeBlockToken, ListItem, ListToken, Token } from '../../model/token.ts';
import { writeTable } from './pipe-table.ts';
import { writeHeading, writeInline, writeMark, writeRaw, type Words } from '../words.ts';

/** What a stretch of raw HTML begins with, and what it consists of. */
const RAW_STARTS = new Set(['html', 'value']);
const RAW_PARTS = new Set(['html', 'value', 'pause', 'attributes', 'comment', 'opencomment']);

/** How a value that begins a paragraph would make it a list or a heading. */
const LIST_MARK = /^(\d{0,9})([.)+-]|#+)(?=\s|$)/;
const BACKTICKS = /`+/g;
const FENCE_INFO = /^ *(?:`{3,}|~{3,})([^\n]*)/;
const VALUES = /\{values\}/;

/** Writes rendered tokens as plain Markdown, with the text of values and blocks. */
export function toText(tokens: readonly Token[], context: Words): string {
  const parts: string[] = [];
  let before: ListKind | null = null;
  for (const token of joinRaw(tokens)) {
    const isOther: boolean = token.type === 'list' && isSame(before, token);
    const part =
      token.type === 'list' ? writeList(token, context, isOther) : writeBlock(token, context);
    if (part.trim() === '') continue;
    before = token.type === 'list' ? { ordered: token.ordered, isOther } : null;
    parts.push(part);
  }
  return parts.join('\n\n');
}

/** Puts together what raw HTML was cut into by the values and comments in it. */
function joinRaw(tokens: readonly Token[]): BlockToken[] {
  const joined: BlockToken[] = [];
  let run: Token[] | null = null;
  for (const token of tokens) {
    if (!(run ? RAW_PARTS : RAW_STARTS).has(token.type)) run = null;
    else if (run) run.push(token);
    else joined.push({ type: 'raw', raw: '', tokens: (run = [token]) });
    if (!run) joined.push(token);
  }
  return joined;
}

/** A stretch of raw HTML with the values in it. */
interface RawToken {
  type: 'raw';
  raw: string;
  tokens: Token[];
}

/** What can stand between blank lines. */
type BlockToken = Token | RawToken;

/** The last written list: its kind, and whether it uses the alternative marks. */
interface ListKind {
  ordered: boolean;
  isOther: boolean;
}

/** Reports whether a list would continue the one before it with the same marks. */
function isSame(before: ListKind | null, { ordered }: ListToken): boolean {
  return before !== null && before.ordered === ordered && !before.isOther;
}

function writeBlock(token: BlockToken, context: Words): string {
  switch (token.type) {
    case 'heading':
      return `${'#'.repeat(token.depth)} ${writeHeading(token.tokens, context)}`;
    case 'paragraph':
      return writeInline(token.tokens, context).replace(LIST_MARK, '$1\\$2');
    case 'formula':
      return writeInline([token], context);
    case 'text':
      return writeInline(token.tokens ?? [token], context);
    case 'list':
      return writeList(token, context);
    case 'table':
      return writeTable(token, context);
    case 'blockquote':
      return indent(toText(token.tokens, context), '> ');
    case 'definitions':
      return writeDefinitions(token.tokens, context);
    case 'footnotes':
      return token.tokens
        .map((text) => writeFootnote(text, context))
        .filter(Boolean)
        .join('\n\n');
    case 'hr':
      // Three hyphens would begin a slide.
      return '***';
    case 'codeblock':
      return writeCode(token, context);
    case 'snippet':
      return context.words.get(token) ?? token.raw.trim();
    case 'datablock':
      return context.words.get(token) ?? '';
    case 'container':
      if (token.name === 'versions') return writeVersions(token.tokens, context);
      return writeContainer(`${token.name} ${token.argument}`, toText(token.tokens, context));
    case 'pause':
    case 'attributes':
    case 'slot':
      return writeMark(token, context);
    case 'raw':
      return writeRaw(token.tokens, context);
    default:
      return '';
  }
}

/** Writes a container with what it holds. */
function writeContainer(opening: string, text: string): string {
  return [`::: ${opening.trim()}`, text, ':::'].filter(Boolean).join('\n\n');
}

/** Writes versions of code, and below them where cited ones are from, as only code can be a version. */
function writeVersions(tokens: readonly Token[], context: Words): string {
  const sources: string[] = [];
  const versions = tokens.map((token) => {
    const text = toText([token], context);
    const end = token.type === 'snippet' ? text.lastIndexOf('\n\n') : -1;
    if (end < 0) return text;
    sources.push(text.slice(end + 2));
    return text.slice(0, end);
  });
  return ['::: versions', ...versions, ':::', ...sources].filter(Boolean).join('\n\n');
}

function writeDefinitions(parts: readonly Token[], context: Words): string {
  const lines = parts.map((part, index) => {
    const inner = 'tokens' in part && part.tokens ? part.tokens : [];
    if (part.type === 'term') return (index > 0 ? '\n' : '') + writeHeading(inner, context);
    return `:   ${indent(toText(inner, context), '    ').trimStart()}`;
  });
  return lines.join('\n');
}

/** Writes the text of a footnote; one without a label stands at its mark until it has a name. */
function writeFootnote(token: Token, context: Words): string {
  if (token.type !== 'footnotetext') return '';
  const { label, tokens } = token;
  const name = context.words.get(token) ?? (label === null ? '' : `[^${label}]`);
  return name && `${name}: ${indent(toText(tokens, context), '    ').trimStart()}`;
}

/** Writes code with a fence that is longer than any in it. */
function writeCode(token: CodeBlockToken, context: Words): string {
  const text = context.words.get(token) ?? token.text;
  const longest = Math.max(2, ...(text.match(BACKTICKS) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const info = (FENCE_INFO.exec(token.raw)?.[1] ?? '').replace(VALUES, '').trim();
  return `${fence}${info}\n${text}\n${fence}`;
}

function writeList(list: ListToken, context: Words, isOther = false): string {
  const { items, ordered, start, loose } = list;
  const gap = loose ? '\n\n' : '\n';
  const lines = items.map((item, index) => {
    const number = `${Number(start) + index}${isOther ? ')' : '.'} `;
    const bullet = ordered ? number : isOther ? '* ' : '- ';
    const text = writeItem(item, context, gap);
    return bullet + indent(text, ' '.repeat(bullet.length)).trimStart();
  });
  return lines.join(gap);
}

function writeItem({ tokens, task, checked }: ListItem, context: Words, gap: string): string {
  const parts = joinRaw(tokens)
    .filter(({ type }) => type !== 'checkbox')
    .map((token) => writeBlock(token, context));
  const isInside = tokens.every(({ type }) => type !== 'checkbox');
  const box = task && !isInside ? `[${checked ? 'x' : ' '}] ` : '';
  return box + parts.filter(Boolean).join(gap);
}

function indent(text: string, by: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? by.trimEnd() : by + line))
    .join('\n');
}
