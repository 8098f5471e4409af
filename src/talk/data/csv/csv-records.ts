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

/** Reads one record after another; lines without a cell that holds something are left out. */
export function readRecords(
  text: string,
  separator: Separator,
  from: { at: number; line: number },
): CsvRecord[] {
  let { at, line } = from;
  const records: CsvRecord[] = [];
  while (at < text.length) {
    const record: CsvRecord = { cells: [], line, start: at };
    let isEnd = false;
    while (!isEnd) {
      const cell = readCell(text, at, { separator, line });
      record.cells.push(cell.text);
      line += cell.lines;
      at = cell.end;
      isEnd = text[at] !== separator;
      at += isEnd ? lineEnd(text, at) : 1;
    }
    line++;
    if (record.cells.some((cell) => cell !== '')) records.push(record);
  }
  return records;
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
