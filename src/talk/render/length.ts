import type { TableCell, Token } from '../model/token.ts';
import { slideTooLong } from '../problems/problems.ts';
import type { Problem } from '../model/problem.ts';

/** Maximum lines of a slide; far fewer are readable, and a browser needs minutes for many more. */
export const MAX_LINES = 1000;
/** Letters above which a line counts as several. */
const LETTERS_A_LINE = 200;
/** Tags that begin a line of text. */
const HTML_LINE = /<(?:br|dd|dt|h[1-6]|li|p|tr)[\s/>]/gi;

/** Returns the place of the first content beyond the limit, when a slide has far too much text. */
export function findTooLong(tokens: readonly Token[]): Problem | null {
  let lines = 0;
  let first: Token | undefined;
  for (const token of tokens) {
    lines += countLines(token);
    if (lines > MAX_LINES) first ??= token;
  }
  if (!first) return null;
  const isCode = first.type === 'codeblock';
  return slideTooLong({ lines, most: MAX_LINES, isCode }, first.span);
}

/** Counts lines. Only text counts in raw HTML, which may be a drawing; data blocks have their own limits. */
function countLines(token: Token): number {
  const known = token;
  switch (known.type) {
    case 'codeblock':
    case 'code':
      return linesOf(known.text);
    case 'list':
      return sum(known.items.map(({ tokens }) => Math.max(1, sum(tokens.map(countLines)))));
    case 'table':
      return sum([known.header, ...known.rows].map(countRow));
    case 'blockquote':
    case 'container':
    case 'definitions':
    case 'definition':
    case 'footnotes':
    case 'footnotetext':
      return sum(known.tokens.map(countLines));
    case 'paragraph':
    case 'heading':
    case 'term':
    case 'text':
      return linesOf(wordsOf(known.tokens ?? []));
    case 'html':
      return known.raw.match(HTML_LINE)?.length ?? 0;
    default:
      return 0;
  }
}

function countRow(cells: readonly TableCell[]): number {
  return linesOf(cells.map(({ text }) => text).join(' '));
}

function linesOf(text: string): number {
  return sum(
    text.split('\n').map((line) => Math.max(1, Math.ceil(line.trim().length / LETTERS_A_LINE))),
  );
}

/** Estimates the visible text of inline tokens; a picture can be a long data URL. */
function wordsOf(tokens: readonly Token[]): string {
  return tokens.map(wordsOfToken).join('');
}

function wordsOfToken(token: Token): string {
  if (token.type === 'html' || token.type === 'image') return '';
  return 'tokens' in token && token.tokens ? wordsOf(token.tokens) : token.raw;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
