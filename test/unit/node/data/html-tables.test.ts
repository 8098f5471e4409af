import { expect, test } from 'vitest';
import { readPage } from '../../../../src/node/data/html-tables.ts';

const rowsOf = (html: string): string[][] =>
  readPage(`<table>${html}</table>`).tables[0]?.rows.map((row) => row.map(({ text }) => text)) ??
  [];

test('cells that span columns and rows are in each of them, as browsers lay them out', () => {
  expect(
    rowsOf(
      '<tr><td rowspan="2">a<td colspan="2">b<td>c<tr><td>d<td rowspan="2">e<td>f<tr><td>g<td>h',
    ),
  ).toEqual([
    ['a', 'b', 'b', 'c'],
    ['a', 'd', 'e', 'f'],
    ['g', 'h', 'e'],
  ]);
});

test('a cell that spans all rows ends with its table, and wild spans are bounded', () => {
  expect(rowsOf('<tr><td rowspan="0">a<td>b<tr><td>c<tr><td>d')).toEqual([
    ['a', 'b'],
    ['a', 'c'],
    ['a', 'd'],
  ]);
  expect(rowsOf('<tr><td rowspan="-3" colspan="x">a<td>b')).toEqual([['a', 'b']]);
  expect(rowsOf('<tr><td colspan="99999999" rowspan="99999999">a')[0]).toHaveLength(1000);
});

test('a head that spans columns names each of them', () => {
  const { tables } = readPage('<table><tr><th colspan="2">x<th>y<tr><td>1<td>2<td>3</table>');
  expect(tables[0]?.head).toEqual(['x', 'x', 'y']);
});
