/** A table of texts: its head, and rows of as many cells. */
export interface CsvTable {
  separator: ',' | ';' | '\t';
  head: string[];
  rows: { cells: string[]; line: number }[];
}

/** Why a file is not read as CSV. */
export class CsvError extends Error {
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
    this.name = 'CsvError';
  }
}

const SEPARATORS: readonly CsvTable['separator'][] = [',', ';', '\t'];
const SPREADSHEETS: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'a spreadsheet (.xlsx or .ods)'],
  ['\u00d0\u00cf\u0011\u00e0', 'a spreadsheet (.xls)'],
  ['%PDF', 'a PDF'],
];
const SAVE_AS = 'Save the table as "CSV UTF-8" and try again.';

/** Decodes a file: UTF-8, or UTF-16 where its first bytes say so. */
export function decodeCsv(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  const known = SPREADSHEETS.find(([sign]) => start.startsWith(sign));
  if (known) throw new CsvError(`It is ${known[1]}, not CSV.`, SAVE_AS);
  const encoding = start.startsWith('\u00ff\u00fe')
    ? 'utf-16le'
    : start.startsWith('\u00fe\u00ff')
      ? 'utf-16be'
      : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new CsvError('Its characters are not UTF-8.', SAVE_AS);
  }
  if (text.includes('\0')) throw new CsvError('It is a binary file, not CSV.', SAVE_AS);
  return text;
}

/** Parses CSV by RFC 4180, with the separator of its first line; refuses text that is no table. */
export function parseCsv(text: string): CsvTable {
  if (/^\s*[{[<]/.test(text)) throw new CsvError('It is JSON, XML or HTML, not CSV.', SAVE_AS);
  const separator = chooseSeparator(text);
  const records = [...readRecords(text, separator)];
  const [head, ...rows] = records;
  if (!head) throw new CsvError('It is empty.', 'The first line names the columns.');
  if (rows.length === 0)
    throw new CsvError('It has one line and no rows.', 'The first line names the columns.');
  for (const { cells, line } of rows) {
    if (cells.length === head.cells.length) continue;
    const counts = `Line ${line} has ${cells.length} cells, and the head has ${head.cells.length}.`;
    throw new CsvError(counts, 'A cell that holds a separator goes in double quotes.');
  }
  return { separator, head: head.cells.map((name) => name.trim()), rows };
}

/** Returns the separator that the first line has most of, outside of quotes. */
function chooseSeparator(text: string): CsvTable['separator'] {
  const counts = new Map(SEPARATORS.map((separator) => [separator as string, 0]));
  let isQuoted = false;
  for (const character of text.trimStart()) {
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '\n' || character === '\r') break;
    const count = counts.get(character);
    if (count !== undefined) counts.set(character, count + 1);
  }
  const countOf = (separator: string): number => counts.get(separator) ?? 0;
  return SEPARATORS.reduce((best, one) => (countOf(one) > countOf(best) ? one : best));
}

interface CsvRecord {
  cells: string[];
  line: number;
}

/** Reads one record after another; blank lines are left out. */
function* readRecords(text: string, separator: string): Generator<CsvRecord> {
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const record: CsvRecord = { cells: [], line };
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
    if (record.cells.length > 1 || record.cells[0]?.trim() !== '') yield record;
  }
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
  { separator, line }: { separator: string; line: number },
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
  { separator, line }: { separator: string; line: number },
): Cell {
  let end = start + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end < 0)
      throw new CsvError(
        `A quote in line ${line} is never closed.`,
        'A quote within quotes is written twice: "".',
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
    );
  }
  return { text: inner.trim(), end: end + 1, lines: inner.split(/\r\n|\r|\n/).length - 1 };
}
