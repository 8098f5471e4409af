import type { HtmlToken, Token } from '../../model/token.ts';
import { unclosedTag } from '../../problems/problems.ts';
import type { Problem, Span } from '../../model/problem.ts';
import { placeTags } from '../../html/tag-places.ts';
import { scanHtml, type TagPiece } from '../../html/tags.ts';
import { cutToken, isBlank } from './cut-token.ts';

/** The notes in `<aside class="notes">` elements of a slide, as Markdown, and the remaining tokens. */
export interface Asides {
  visible: Token[];
  /** The text of each element, with the place of its first line. */
  notes: { text: string; span: Span }[];
}

interface Scan {
  /** Number of open asides; 0 outside notes. */
  depth: number;
  /** The notes elements, each with the place of its tag and of the text after it. */
  found: { parts: string[]; tag: Span; start: Span }[];
}

const NAME = 'aside';
const NOTES = 'notes';
const BLANKS = /\s+/;

/** Extracts notes written as in reveal.js; an unclosed one ends with its slide. */
export function takeAsides(tokens: readonly Token[], problems: Problem[]): Asides {
  const scan: Scan = { depth: 0, found: [] };
  const visible = takeFrom(tokens, scan);
  const last = scan.found.at(-1);
  if (scan.depth > 0 && last) problems.push(unclosedTag(NAME, last.tag));
  const notes = scan.found.flatMap(({ parts, start }) => {
    const text = parts.join('');
    return text.trim() === '' ? [] : [{ text: text.trim(), span: placeFirstLine(start, text) }];
  });
  return { visible, notes };
}

/** Blank lines may separate the tag and the first line. */
function placeFirstLine(start: Span, text: string): Span {
  const words = text.trimStart();
  const blank = text.slice(0, text.length - words.length);
  const rows = blank.split('\n').length - 1;
  const length = words.split('\n', 1)[0]?.trimEnd().length ?? 1;
  if (rows === 0) return { ...start, column: start.column + blank.length, length };
  const column = blank.length - blank.lastIndexOf('\n');
  return { ...start, line: start.line + rows, column, length };
}

function takeFrom(tokens: readonly Token[], scan: Scan): Token[] {
  return tokens.flatMap((token) => takeToken(token, scan));
}

function takeToken(token: Token, scan: Scan): Token[] {
  if (token.type === 'html') return takeHtml(token, scan);
  if (scan.depth > 0) {
    scan.found.at(-1)?.parts.push(token.raw);
    return [];
  }
  if (token.type === 'list') {
    const items = token.items.map((item) => ({
      ...item,
      tokens: takeFrom(item.tokens, scan),
    }));
    return [{ ...token, items }];
  }
  if (!('tokens' in token) || !token.tokens) return [token];
  const inside = takeFrom(token.tokens, scan);
  if (
    inside.length === token.tokens.length &&
    inside.every((each, at) => each === token.tokens?.[at])
  ) {
    return [token];
  }
  return inside.every(isBlank) ? [] : [{ ...token, tokens: inside }];
}

/** Removes the notes from raw HTML; the text around them keeps its place. */
function takeHtml(token: HtmlToken, scan: Scan): Token[] {
  const { raw } = token;
  const place = placeTags(raw, token.span);
  const kept: Token[] = [];
  let last = 0;
  let isCut = scan.depth > 0;
  const pass = (end: number): void => {
    if (scan.depth > 0) scan.found.at(-1)?.parts.push(raw.slice(last, end));
    else if (end > last) kept.push(cutToken(token, last, end, place));
  };
  for (const piece of scanHtml(raw)) {
    if ((piece.kind !== 'open' && piece.kind !== 'close') || piece.name !== NAME) continue;
    const depth = countDepth(piece, scan.depth);
    const isEdge = (depth === 0) !== (scan.depth === 0);
    if (isEdge) {
      pass(piece.offset);
      last = piece.end;
      isCut = true;
      if (depth > 0) {
        const start = place({ offset: piece.end, name: '' });
        scan.found.push({ parts: [], tag: place(piece), start });
      }
    }
    scan.depth = depth;
  }
  if (!isCut) return [token];
  pass(raw.length);
  return kept;
}

/** Counts the open asides, starting with the one that begins the notes. */
function countDepth({ kind, attributes }: TagPiece, depth: number): number {
  if (depth === 0) return kind === 'open' && isNotes(attributes) ? 1 : 0;
  return kind === 'open' ? depth + 1 : depth - 1;
}

function isNotes(attributes: TagPiece['attributes']): boolean {
  const classes = attributes.find(({ name }) => name === 'class')?.value.split(BLANKS) ?? [];
  return classes.includes(NOTES);
}
