import type { Token, Tokens } from 'marked';
import type { Span } from '../model/problem.ts';
import { splitHtml } from './html.ts';
import { placeCells } from './table.ts';

/** Where a line of a text begins in its file; `column` may lie left of the margin where spaces were added. */
export interface Place {
  line: number;
  column: number;
}

/** The places of all lines of a text that was cut out of a file, markers and indentation taken off. */
export interface Area {
  file: string;
  places: Place[];
  /** Offsets in a one-line text before which the file holds a backslash that the text lost. */
  escapes?: number[];
}

/** A position in an area's text, both from 0. */
export interface Cursor {
  row: number;
  column: number;
}

/** Makes the area of a file's lines from `firstLine` on. */
export function areaOfLines(file: string, firstLine: number, lineCount: number): Area {
  const places = Array.from({ length: lineCount }, (_, row) => ({
    line: firstLine + row,
    column: 1,
  }));
  return { file, places };
}

/** Gives every token of a file its `span`, and code its `lines`, by walking them in order over the source. */
export function placeTokens(tokens: Token[], area: Area): void {
  const cursor = { row: 0, column: 0 };
  let before: string | undefined;
  for (const token of tokens) {
    // Lexed piece by piece, the text of a quote has lost the line ends between the pieces.
    const isAtMargin = cursor.column === 0 || before === 'noteline';
    if (!isAtMargin && !token.raw.startsWith('\n')) startNextRow(cursor);
    before = token.type;
    setSpan(token, area, cursor);
    if (token.type === 'checkbox') continue;
    placeChildren(token as Tokens.Generic, area, cursor);
    advance(cursor, token.raw);
  }
}

/** Gives inline tokens their `span`, starting at `start`. */
export function placeInline(tokens: Token[], area: Area, start: Cursor): void {
  const cursor = { ...start };
  for (const token of tokens) {
    setSpan(token, area, cursor);
    const { tokens: children, text } = token as Tokens.Generic;
    if (children) {
      const column = cursor.column + innerOffset(token, text);
      placeInline(children, area, { row: cursor.row, column });
    }
    advance(cursor, token.raw);
  }
}

/** Finds the span of `raw`, whose first character stands at the cursor; blanks before its first word are left out. */
export function spanAt(raw: string, area: Area, cursor: Cursor): Span {
  const at = { ...cursor };
  const start = raw.search(/\S/);
  if (start > 0) advance(at, raw.slice(0, start));
  const end = raw.indexOf('\n', Math.max(start, 0));
  const firstLine = raw.slice(Math.max(start, 0), end < 0 ? undefined : end).trimEnd();
  const { line, column } = placeAt(area, at);
  return { file: area.file, line, column, length: firstLine.length };
}

/** Maps the lines of `text` to the lines of the source that it was made from by taking off (or adding) what stands before. */
export function nestArea(area: Area, cursor: Cursor, raw: string, text: string): Area {
  const rawLines = raw.split('\n');
  const places = text.split('\n').map((textLine, index) => {
    const rawLine = rawLines[index] ?? '';
    const place = rowPlace(area, cursor.row + index);
    const before = index === 0 ? cursor.column : 0;
    return { line: place.line, column: place.column + before + findShift(rawLine, textLine) };
  });
  return { file: area.file, places };
}

/** Moves a cursor over a text. */
export function advance(cursor: Cursor, raw: string): void {
  const last = raw.lastIndexOf('\n');
  if (last < 0) {
    cursor.column += raw.length;
    return;
  }
  for (let at = raw.indexOf('\n'); at >= 0; at = raw.indexOf('\n', at + 1)) cursor.row++;
  cursor.column = raw.length - last - 1;
}

function placeChildren(token: Tokens.Generic, area: Area, cursor: Cursor): void {
  switch (token.type) {
    case 'list':
      placeItems(token as Tokens.List, area, cursor);
      return;
    case 'table':
      placeCells(token as Tokens.Table, area, cursor);
      return;
    case 'code':
      token.lines = codeLines(token, area, cursor);
      return;
    case 'html': {
      if (token.pre) return;
      token.pieces = splitHtml(token.raw);
      placeInline(token.pieces, nestArea(area, cursor, token.raw, token.raw), START);
      return;
    }
    case 'container': {
      const body = { row: cursor.row + 1, column: 0 };
      const raw = token.raw.slice(token.raw.indexOf('\n') + 1);
      placeTokens(token.tokens ?? [], nestArea(area, body, raw, joinRaws(token.tokens ?? [])));
      return;
    }
    case 'blockquote':
      placeTokens(
        token.tokens ?? [],
        nestArea(area, cursor, token.raw, joinRaws(token.tokens ?? [])),
      );
      return;
    default:
      if (!token.tokens) return;
      placeInline(token.tokens, nestArea(area, cursor, token.raw, token.text), START);
  }
}

function placeItems(list: Tokens.List, area: Area, cursor: Cursor): void {
  const at = { ...cursor };
  for (const item of list.items) {
    setSpan(item, area, at);
    placeTokens(item.tokens, nestArea(area, at, item.raw, joinRaws(item.tokens)));
    advance(at, item.raw);
  }
}

function codeLines(token: Tokens.Generic, area: Area, cursor: Cursor): Span[] {
  const isFence = token.codeBlockStyle !== 'indented';
  const start = isFence ? { row: cursor.row + 1, column: 0 } : cursor;
  const raw = isFence ? token.raw.slice(token.raw.indexOf('\n') + 1) : token.raw;
  const text: string = token.text;
  const { places } = nestArea(area, start, raw, text);
  return text.split('\n').map((line, index) => {
    const place = places[index] ?? { line: 1, column: 1 };
    const column = Math.max(1, place.column);
    return { file: area.file, line: place.line, column, length: line.length };
  });
}

/** Puts the text of nested tokens together again; a task's checkbox beside its text is not part of it. */
function joinRaws(tokens: Token[]): string {
  let text = '';
  for (const token of tokens) {
    if (token.type === 'checkbox') continue;
    if (text !== '' && !text.endsWith('\n') && !token.raw.startsWith('\n')) text += '\n';
    text += token.raw;
  }
  return text;
}

function findShift(rawLine: string, textLine: string): number {
  const words = textLine.trimStart();
  if (rawLine.endsWith(words)) return rawLine.length - textLine.length;
  const found = rawLine.indexOf(words.trimEnd());
  return found < 0 ? 0 : found - (textLine.length - words.length);
}

function innerOffset(token: Token, text: string): number {
  if (token.type === 'link') return /^[[<]/.test(token.raw) ? 1 : 0;
  if (token.type === 'image') return 2;
  return Math.max(0, Math.floor((token.raw.length - text.length) / 2));
}

function setSpan(token: Token, area: Area, cursor: Cursor): void {
  (token as Tokens.Generic).span = spanAt(token.raw, area, cursor);
}

function placeAt(area: Area, cursor: Cursor): Place {
  const { line, column } = rowPlace(area, cursor.row);
  const lost = area.escapes?.filter((offset) => offset <= cursor.column).length ?? 0;
  return { line, column: Math.max(1, column + cursor.column + lost) };
}

function rowPlace(area: Area, row: number): Place {
  return area.places[row] ?? area.places.at(-1) ?? { line: 1, column: 1 };
}

function startNextRow(cursor: Cursor): void {
  cursor.row++;
  cursor.column = 0;
}

const START: Cursor = { row: 0, column: 0 };
