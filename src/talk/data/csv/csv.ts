import { findBinary } from './binary.ts';
import { CsvError } from './csv-error.ts';
import { readRecords, type CsvCursor, type CsvRecord, type Separator } from './csv-records.ts';

/** A table of texts: its head, and rows of as many cells. */
export interface CsvTable {
  separator: Separator;
  head: string[];
  rows: CsvRecord[];
}

const SEPARATORS: readonly Separator[] = [',', ';', '\t'];
const SAVE_AS = 'Save the table as "CSV UTF-8" and try again.';

/** The line by which Excel names the separator. */
const SEPARATOR_LINE = /^\uFEFF?sep=([,;\t])(?:\r\n|\r|\n)/i;
/** How many characters the head may have. */
const MAX_HEAD = 100_000;

/** Decodes a file: UTF-16 where its first bytes say so, else the given encoding, which defaults to UTF-8. */
export function decodeCsv(bytes: Uint8Array, encodingOfOthers?: string): string {
  return openCsvDecoder(bytes, encodingOfOthers)(bytes, true);
}

/** Decodes a file part by part, in the encoding that its first bytes show. */
export function openCsvDecoder(
  first: Uint8Array,
  encodingOfOthers = 'utf-8',
): (part: Uint8Array, isLast: boolean) => string {
  const binary = findBinary(first);
  if (binary) throw new CsvError(`It is ${binary.name}, not CSV.`, binary.hint);
  const start = String.fromCharCode(...first.subarray(0, 2));
  const encoding = start.startsWith('\u00ff\u00fe')
    ? 'utf-16le'
    : start.startsWith('\u00fe\u00ff')
      ? 'utf-16be'
      : encodingOfOthers;
  let decoder: TextDecoder | null = null;
  return (part, isLast) => {
    let text: string;
    try {
      decoder ??= new TextDecoder(encoding, { fatal: true });
      text = decoder.decode(part, { stream: !isLast });
    } catch {
      throw new CsvError(`Its characters are not ${encoding.toUpperCase()}.`, SAVE_AS);
    }
    if (text.includes('\0')) throw new CsvError('It is a binary file, not CSV.', SAVE_AS);
    return text;
  };
}

/** Parses CSV by RFC 4180, with the separator that its first line names or has; refuses text that is no table. */
export function parseCsv(text: string, given?: Separator): CsvTable {
  const { separator, from } = openCsv(text, given);
  const rows = readRecords(text, separator, from);
  const head = rows.shift();
  checkCount(head, rows.length);
  for (const record of rows) checkWidth(record, head);
  return { separator, ...dropEmptyColumns(head.cells, rows) };
}

/** Finds the separator at the beginning of a table, and where its head begins; refuses text that is no table. */
export function openCsv(
  text: string,
  given?: Separator,
): { separator: Separator; from: CsvCursor } {
  if (/^\s*[{[<]/.test(text)) throw new CsvError('It is JSON, XML or HTML, not CSV.', SAVE_AS);
  const [line = '', named] = SEPARATOR_LINE.exec(text) ?? [];
  const separator = given ?? SEPARATORS.find((one) => one === named) ?? chooseSeparator(text);
  const from =
    line === '' ? { at: text.startsWith('\uFEFF') ? 1 : 0, line: 1 } : { at: line.length, line: 2 };
  return { separator, from };
}

/** Refuses a table without a head or rows. */
export function checkCount(head: CsvRecord | undefined, rows: number): asserts head is CsvRecord {
  if (!head) throw new CsvError('It is empty.', 'The first line names the columns.');
  if (rows === 0)
    throw new CsvError('It has one line and no rows.', 'The first line names the columns.');
}

/** Refuses a record with more or fewer cells than the head. */
export function checkWidth(record: CsvRecord, head: CsvRecord): void {
  const [own, all] = [record.cells.length, head.cells.length];
  if (own === all) return;
  const counts = `Line ${record.line} has ${own} cells, and the head has ${all}.`;
  throw new CsvError(counts, 'A cell that holds a separator goes in double quotes.', record);
}

/** Removes columns at the end that have neither a name nor a value, as spreadsheets write them. */
function dropEmptyColumns(head: string[], rows: CsvRecord[]): Pick<CsvTable, 'head' | 'rows'> {
  const used = head.findLastIndex(
    (name, index) => name !== '' || rows.some(({ cells }) => cells[index] !== ''),
  );
  if (used === head.length - 1) return { head, rows };
  const count = used + 1;
  return {
    head: head.slice(0, count),
    rows: rows.map((row) => ({ ...row, cells: row.cells.slice(0, count) })),
  };
}

/** Returns the separator that the first line has most of, outside of quotes. */
function chooseSeparator(text: string): Separator {
  const counts = new Map(SEPARATORS.map((separator) => [separator as string, 0]));
  let isQuoted = false;
  for (const character of text.trimStart().slice(0, MAX_HEAD)) {
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '\n' || character === '\r') break;
    const count = counts.get(character);
    if (count !== undefined) counts.set(character, count + 1);
  }
  const countOf = (separator: string): number => counts.get(separator) ?? 0;
  return SEPARATORS.reduce((best, one) => (countOf(one) > countOf(best) ? one : best));
}
