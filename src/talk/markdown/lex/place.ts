import type {
  CodeToken,
  FormulaToken,
  ListItem,
  ListToken,
  TableToken,
  Token,
} from '../../model/token.ts';
import type { Span } from '../../model/problem.ts';
import { splitHtml } from './html-token.ts';
import {
  START,
  advance,
  nestArea,
  rowPlace,
  spanAt,
  spanFrom,
  textArea,
  type Area,
  type Cursor,
} from '../position.ts';
import { listCellPlaces } from './table-token.ts';

/** Sets the `span` of every token of a text, and the `lines` of code, in one walk over the source. */
export function placeTokens(tokens: Token[], area: Area): void {
  const cursor: Cursor = { ...START };
  let before: string | undefined;
  for (const token of tokens) {
    // When a quote is lexed in pieces, the line ends between them are lost.
    const isAtMargin = cursor.column === 0 || before === 'noteline';
    if (!isAtMargin && !BLANK.test(token.raw)) startNextRow(cursor);
    before = token.type;
    setSpan(token, area, cursor);
    if (token.type === 'checkbox') continue;
    placeChildren(token, area, cursor);
    advance(cursor, token.raw);
  }
}

function placeChildren(token: Token, area: Area, cursor: Cursor): void {
  const { raw } = token;
  switch (token.type) {
    case 'list':
      return placeItems(token, area, cursor);
    case 'table':
      return placeCells(token, area, cursor);
    case 'code':
      token.lines = listLines(token, area, cursor);
      return;
    case 'formula':
      token.lines = listFormulaLines(token, area, cursor);
      return;
    case 'html':
      if (token.pre) return;
      token.pieces = splitHtml(raw);
      return placeInline(token.pieces, nestArea(area, cursor, raw, raw), START);
    case 'rawcontainer': {
      const body = raw.slice(raw.indexOf('\n') + 1);
      return placeNested(token.tokens, area, { row: cursor.row + 1, column: 0 }, body);
    }
    case 'definitions':
      return placeParts(token.tokens, area, cursor);
    case 'blockquote':
    case 'definition':
    case 'footnotetext':
      return placeNested(token.tokens, area, cursor, raw);
    case 'paragraph':
    case 'term':
    case 'heading':
    case 'text':
      if (token.tokens) {
        placeInline(token.tokens, textArea(area, cursor, raw, token.text), START);
      }
  }
}

/** Places the terms and definitions of a list. */
function placeParts(parts: readonly Token[], area: Area, cursor: Cursor): void {
  const at = { ...cursor };
  for (const part of parts) {
    setSpan(part, area, at);
    placeChildren(part, area, at);
    advance(at, part.raw);
  }
}

function placeNested(tokens: Token[], area: Area, cursor: Cursor, raw: string): void {
  placeTokens(tokens, nestArea(area, cursor, raw, joinRaws(tokens)));
}

function placeItems(list: ListToken, area: Area, cursor: Cursor): void {
  const at = { ...cursor };
  for (const item of list.items) {
    setSpan(item, area, at);
    placeNested(item.tokens, area, at, item.raw);
    advance(at, item.raw);
  }
}

function placeCells(table: TableToken, area: Area, cursor: Cursor): void {
  for (const { cell, source, row, column, escapes } of listCellPlaces(table)) {
    const place = rowPlace(area, cursor.row + row);
    const before = row === 0 ? cursor.column : 0;
    const places = [{ line: place.line, column: place.column + before + column }];
    cell.span = spanAt(source, { file: area.file, places }, START);
    placeInline(cell.tokens, { file: area.file, places, escapes }, START);
  }
}

function placeInline(tokens: Token[], area: Area, start: Cursor): void {
  const cursor = { ...start };
  for (const token of tokens) {
    setSpan(token, area, cursor);
    if (token.type === 'formula') token.lines = listFormulaLines(token, area, cursor);
    if ('text' in token && 'tokens' in token && token.tokens) {
      const column = cursor.column + innerOffset(token, token.text);
      placeInline(token.tokens, area, { row: cursor.row, column });
    }
    advance(cursor, token.raw);
  }
}

function listLines(token: CodeToken, area: Area, cursor: Cursor): Span[] {
  const isFence = token.codeBlockStyle !== 'indented';
  const start = isFence ? { row: cursor.row + 1, column: 0 } : cursor;
  const raw = isFence ? token.raw.slice(token.raw.indexOf('\n') + 1) : token.raw;
  if (!isFence || token.unclosed) token.text = token.text.replace(/\n+$/, '');
  const { file, places } = nestArea(area, start, raw, token.text);
  return token.text.split('\n').map((line, index) => {
    // When a tab became spaces, a line starts left of the margin, so that its words are in place.
    const place = places[index] ?? { line: 1, column: 1 };
    return { file, ...place, length: line.length };
  });
}

/** Returns the place of each line of a formula. */
function listFormulaLines({ raw, tex }: FormulaToken, area: Area, start: Cursor): Span[] {
  const cursor = { ...start };
  advance(cursor, raw.slice(0, raw.indexOf(tex)));
  return tex.split('\n').map((line, row) => {
    const place = rowPlace(area, cursor.row + row);
    const column = place.column + (row === 0 ? cursor.column : 0);
    return { file: area.file, line: place.line, column, length: line.length };
  });
}

/** Joins the text of nested tokens; the checkbox of a task is not part of it. */
function joinRaws(tokens: Token[]): string {
  let text = '';
  for (const token of tokens) {
    if (token.type === 'checkbox') continue;
    if (text !== '' && !text.endsWith('\n') && !BLANK.test(token.raw)) text += '\n';
    text += token.raw;
  }
  return text;
}

function innerOffset(token: Token, text: string): number {
  if (token.type === 'link') return /^[[<]/.test(token.raw) ? 1 : 0;
  if (token.type === 'image' || token.type === 'footnote') return 2;
  return Math.max(0, Math.floor((token.raw.length - text.length) / 2));
}

/** Raw HTML keeps its leading spaces, because places in it count from its first character. */
function setSpan(token: Token | ListItem, area: Area, cursor: Cursor): void {
  const toSpan = 'type' in token && token.type === 'html' ? spanFrom : spanAt;
  token.span = toSpan(token.raw, area, cursor);
}

function startNextRow(cursor: Cursor): void {
  cursor.row++;
  cursor.column = 0;
}

/** The end of a line and the spaces before it, which may belong to a token. */
const BLANK = /^[ \t]*\n/;
