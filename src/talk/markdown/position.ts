import type { Span } from '../model/problem.ts';

/** Start of a text line in its file; `column` may be left of the margin when spaces were added. */
export interface Place {
  line: number;
  column: number;
}

/** Places of all lines of a text that was extracted from a file without markers and indentation. */
export interface Area {
  file: string;
  places: Place[];
  /** Offsets in a one-line text at which the file has a backslash that the text lacks. */
  escapes?: number[];
}

/** A position in an area's text; both numbers count from 0. */
export interface Cursor {
  row: number;
  column: number;
}

/** The cursor at a text's first character. */
export const START: Readonly<Cursor> = { row: 0, column: 0 };

/** Builds the area of a file's lines from `firstLine` on. */
export function areaOfLines(file: string, firstLine: number, lineCount: number): Area {
  const places = Array.from({ length: lineCount }, (_, row) => ({
    line: firstLine + row,
    column: 1,
  }));
  return { file, places };
}

/** Returns the span of `raw`, which starts at the cursor, without leading spaces. */
export function spanAt(raw: string, area: Area, cursor: Cursor): Span {
  const words = raw.trimStart();
  if (words === '' || words.length === raw.length) return spanFrom(raw, area, cursor);
  const at = { ...cursor };
  advance(at, raw.slice(0, raw.length - words.length));
  return spanFrom(words, area, at);
}

/** Returns the span of the first line of `raw`, with leading spaces. */
export function spanFrom(raw: string, area: Area, { row, column: offset }: Cursor): Span {
  const newline = raw.indexOf('\n');
  const { length } = (newline < 0 ? raw : raw.slice(0, newline)).trimEnd();
  const { line, column } = rowPlace(area, row);
  const lost = countEscapes(area, offset + 1);
  const inside = countEscapes(area, offset + length) - lost;
  const start = Math.max(1, column + offset + lost);
  return { file: area.file, line, column: start, length: length + inside };
}

/** Maps the lines of `text` to the source lines from which it was made by removing or adding prefixes. */
export function nestArea(area: Area, cursor: Cursor, raw: string, text: string): Area {
  const rawLines = raw.split('\n');
  const places = text.split('\n').map((textLine, row) => {
    return placeLine(area, cursor, { row, rawLine: rawLines[row] ?? '', textLine });
  });
  return { file: area.file, places };
}

/** Maps the lines of a paragraph's text; blank lines come from Marked, which joins pieces with them. */
export function textArea(area: Area, cursor: Cursor, raw: string, text: string): Area {
  const rawLines = raw.split('\n');
  let row = 0;
  const places = text.split('\n').map((textLine) => {
    const place = placeLine(area, cursor, { row, rawLine: rawLines[row] ?? '', textLine });
    if (textLine.trim() !== '') row++;
    return place;
  });
  return { file: area.file, places };
}

interface Line {
  row: number;
  rawLine: string;
  textLine: string;
}

function placeLine(area: Area, cursor: Cursor, { row, rawLine, textLine }: Line): Place {
  const { line, column } = rowPlace(area, cursor.row + row);
  const before = row === 0 ? cursor.column : 0;
  return { line, column: column + before + measureShift(rawLine, textLine) };
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

function countEscapes({ escapes = [] }: Area, before: number): number {
  return escapes.filter((offset) => offset < before).length;
}

/** Returns how far right of its source line a text line starts. */
function measureShift(rawLine: string, textLine: string): number {
  const words = textLine.trimStart();
  if (rawLine.endsWith(words)) return rawLine.length - textLine.length;
  const found = rawLine.indexOf(words.trimEnd());
  return found < 0 ? 0 : found - (textLine.length - words.length);
}

/** Returns the place of a row of an area; of its last row when it has fewer. */
export function rowPlace(area: Area, row: number): Place {
  return area.places[row] ?? area.places.at(-1) ?? { line: 1, column: 1 };
}
