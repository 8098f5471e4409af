/** What a file is that holds no text, and how its table is read all the same. */
export interface BinaryKind {
  name: string;
  hint: string;
}

const SAVE_AS = 'Save the table as "CSV UTF-8" and try again.';
const UNPACK = 'Unpack it first; nothing is unpacked here. A query by DuckDB reads .csv.gz.';
const QUERY = 'A query reads it: "duckdb" or "sqlite" in place of "file".';
const KINDS: readonly (readonly [start: string, name: string, hint: string])[] = [
  ['\u00d0\u00cf\u0011\u00e0', 'a spreadsheet (.xls)', SAVE_AS],
  ['%PDF', 'a PDF', SAVE_AS],
  ['\u001f\u008b', 'packed by gzip', UNPACK],
  ['BZh', 'packed by bzip2', UNPACK],
  ['\u00fd7zXZ', 'packed by xz', UNPACK],
  ['\u0028\u00b5\u002f\u00fd', 'packed by zstd', UNPACK],
  ['7z\u00bc\u00af', 'a 7-Zip archive', UNPACK],
  ['Rar!', 'a RAR archive', UNPACK],
  ['PAR1', 'Parquet', QUERY],
  ['ARROW1', 'Arrow', 'Write it as Parquet, which a query by DuckDB reads.'],
  ['SQLite format 3', 'an SQLite database', QUERY],
];
const ZIP = 'PK\u0003\u0004';
/** The place of the first name in an archive, and the names with which spreadsheets begin. */
const FIRST_NAME = 30;
const OF_SPREADSHEETS = /^(?:\[Content_Types\]\.xml|mimetype|_rels\/|xl\/|docProps\/)/;
const START_LENGTH = 64;

/** Finds what a file is that holds no text, by its first bytes; null for a file that may be text. */
export function findBinary(bytes: Uint8Array): BinaryKind | null {
  const start = String.fromCharCode(...bytes.subarray(0, START_LENGTH));
  if (start.startsWith(ZIP)) {
    const isSpreadsheet = OF_SPREADSHEETS.test(start.slice(FIRST_NAME));
    return isSpreadsheet
      ? { name: 'a spreadsheet (.xlsx or .ods)', hint: SAVE_AS }
      : { name: 'a zip archive', hint: UNPACK };
  }
  const found = KINDS.find(([sign]) => start.startsWith(sign));
  return found ? { name: found[1], hint: found[2] } : null;
}
