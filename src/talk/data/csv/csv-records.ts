import { CsvError } from './csv-error.ts';

/** The sign between cells. */
export type Separator = ',' | ';' | '\t';

/** The cells of one row, and where it begins. */
export interface CsvRecord {
  cells: string[];
  line: number;
  /** The offset of its first character. */
  start: number;
}

/** Returns the offsets between which a cell of a record is. */
export function findCell(
  text: string,
  { start, line }: Pick<CsvRecord, 'start' | 'line'>,
  { separator, column }: { separator: Separator; column: number },
): { start: number; end: number } {
  let at = start;
  for (let index = 0; ; index++) {
    const { end } = readCell(text, at, { separator, line });
    if (index === column || text[end] !== separator) return { start: at, end };
    at = end + 1;
  }
}

/** Where the reading of records begins, and goes on. */
export interface CsvCursor {
  at: number;
  line: number;
}

/** Reads one record after another; lines without a cell that holds something are left out. */
export function readRecords(text: string, separator: Separator, from: CsvCursor): CsvRecord[] {
  const records: CsvRecord[] = [];
  eachRecord(text, { separator, from, isLast: true }, (record) => records.push(record));
  return records;
}

/** How records are read; in a text that is not the last one, a record that reaches its end may go on in the next. */
export interface RecordOptions {
  separator: Separator;
  from: CsvCursor;
  isLast: boolean;
}

/** Calls a function for each record, without those that hold nothing, and returns where the rest begins. */
export function eachRecord(
  text: string,
  { separator, from, isLast }: RecordOptions,
  take: (record: CsvRecord) => void,
): CsvCursor {
  let next = from;
  while (next.at < text.length) {
    const { record, after } = readRecord(text, next, { separator, isLast });
    if (!record || (!isLast && after.at >= text.length)) return next;
    if (record.cells.some((cell) => cell !== '')) take(record);
    next = after;
  }
  return next;
}

/** Reads a record; null for one that is cut off in a quote. */
function readRecord(
  text: string,
  from: CsvCursor,
  { separator, isLast }: { separator: Separator; isLast: boolean },
): { record: CsvRecord | null; after: CsvCursor } {
  let { at, line } = from;
  const record: CsvRecord = { cells: [], line, start: at };
  for (;;) {
    if (!isLast && text[at] === '"' && isCut(text, at)) return { record: null, after: from };
    const cell = readCell(text, at, { separator, line });
    record.cells.push(cell.text);
    line += cell.lines;
    at = cell.end;
    if (text[at] !== separator) break;
    at++;
  }
  return { record, after: { at: at + lineEnd(text, at), line: line + 1 } };
}

/** Reports whether a quoted cell is not closed, or may go on, at the end of a text. */
function isCut(text: string, start: number): boolean {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end < 0 || end === text.length - 1;
}

function lineEnd(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? 2 : 1;
}

interface Cell {
  text: string;
  /** Where what follows it begins. */
  end: number;
  /** Lines within it. */
  lines: number;
}

function readCell(
  text: string,
  start: number,
  { separator, line }: { separator: Separator; line: number },
): Cell {
  if (text[start] === '"') return readQuoted(text, start, { separator, line });
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r')
    end++;
  return { text: text.slice(start, end).trim(), end, lines: 0 };
}

function readQuoted(
  text: string,
  start: number,
  { separator, line }: { separator: Separator; line: number },
): Cell {
  let end = start + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end < 0)
      throw new CsvError(
        `A quote in line ${line} is never closed.`,
        'A quote within quotes is written twice: "".',
        { start, line },
      );
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  const inner = text.slice(start + 1, end).replaceAll('""', '"');
  const next = text[end + 1];
  if (next !== undefined && next !== separator && next !== '\n' && next !== '\r') {
    throw new CsvError(
      `A quoted cell in line ${line} goes on after its quote.`,
      'A quote within quotes is written twice: "".',
      { start, line },
    );
  }
  return { text: inner.trim(), end: end + 1, lines: inner.split(/\r\n|\r|\n/).length - 1 };
}
