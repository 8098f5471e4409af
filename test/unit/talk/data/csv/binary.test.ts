import { expect, test } from 'vitest';
import { findBinary } from '../../../../../src/talk/data/csv/binary.ts';
import { zipBomb } from '../../../../support/faults.ts';

test.each([
  [zipBomb(9), 'a zip archive', 'Unpack it first'],
  [zipBomb(9, 'xl/workbook.xml'), 'a spreadsheet (.xlsx or .ods)', 'Save the table'],
  [Buffer.from('\u001f\u008b\b', 'latin1'), 'packed by gzip', 'DuckDB reads .csv.gz'],
  [Buffer.from('\u0028\u00b5\u002f\u00fd', 'latin1'), 'packed by zstd', 'Unpack it first'],
  [Buffer.from('PAR1....PAR1'), 'Parquet', 'A query reads it'],
  [Buffer.from('ARROW1\0\0'), 'Arrow', 'Write it as Parquet'],
  [Buffer.from('SQLite format 3\0'), 'an SQLite database', 'A query reads it'],
])('%s is named by its first bytes, with a way to its table', (bytes, name, hint) => {
  expect(findBinary(bytes)?.name).toBe(name);
  expect(findBinary(bytes)?.hint).toContain(hint);
});

test.each(['', 'asOf,riders\n', '\uFEFFa;b\n', '{"a": 1}', '(µ/', 'PK,n\n'])(
  '%j may be text',
  (text) => {
    expect(findBinary(Buffer.from(text))).toBeNull();
  },
);
