import { expect, test } from 'vitest';
import { measureTable, readTable, tableAt } from '../../../../../src/talk/render/fit/fit-table.ts';
import { elementOf, PLACE, USUAL } from './ruler.ts';

const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const tableOf = (...rows: string[]) => elementOf(`<table><tbody>${rows.join('')}</tbody></table>`);
const measure = (table: ReturnType<typeof tableOf>, width: number) =>
  measureTable(readTable(table), width, USUAL.table);

test('counts rows and columns, with cells over several', () => {
  const table = elementOf(
    '<table><thead><tr><th colspan="3">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
  );
  const { rows, columns } = readTable(table);
  expect([rows.length, columns, rows.map(({ isHead }) => isHead)]).toEqual([2, 3, [true, false]]);
});

test('the rows of a table in a cell are not its own', () => {
  expect(readTable(tableOf(row('<table><tr><td>a</td></tr></table>'))).rows).toHaveLength(1);
});

test('a row is as high as its highest cell', () => {
  const { size, padding, leading } = USUAL.table;
  expect(measure(tableOf(row('a', 'b')), 1104).height).toBeCloseTo(
    size * leading + 2 * padding + 1.5,
  );
  const long = tableOf(row('word '.repeat(30), 'b'));
  expect(measure(long, 400).height).toBeGreaterThan(measure(long, 1104).height);
});

test('words that do not fit are broken', () => {
  const table = tableOf(row('x'.repeat(50), 'y'.repeat(50)));
  expect([measure(table, 300).cuts, measure(table, 2000).cuts]).toEqual([[0, 1], []]);
});

test('only columns that are wider than their share have their words broken', () => {
  const path = 'x'.repeat(90);
  const table = tableOf(row('Driver', path, 'Maintained'), row('Net PHY', path, 'Supported'));
  expect(measure(table, 900).cuts).toEqual([1]);
  expect(measure(tableOf(row('Driver', path, path)), 900).cuts).toEqual([1, 2]);
});

test('behind a cell over several columns all may have their words broken', () => {
  const table = elementOf(
    `<table><tr><td colspan="2">${'x'.repeat(90)}</td><td>a</td></tr></table>`,
  );
  expect(measure(table, 300).cuts).toEqual([0, 1, 2]);
});

test('the first column keeps to one line where it is no wider than its share', () => {
  const long = 'word '.repeat(60);
  const table = tableOf(row('Linux 6.8', long), row('Linux 6.10', long));
  expect(measure(table, 1104).names).toEqual([0]);
  expect(measure(tableOf(row('Linux 6.8', 'short')), 1104).names).toBeNull();
  expect(measure(tableOf(row(long, 'Linux 6.8')), 1104).names).toEqual([]);
  expect(measure(tableOf(row(long)), 300).names).toEqual([]);
  expect(measure(tableOf(row('Linux 6.8', 'x'.repeat(90), 'y'.repeat(90))), 200).names).toEqual([]);
});

test('a first column that keeps to one line leaves the others less', () => {
  const cells = ['Linux 6.8 and later', 'word '.repeat(60)];
  const one = measure(tableOf(row(cells[0] ?? '', cells[1] ?? '')), 700);
  expect(one.names).toEqual([0]);
  expect(one.height).toBeGreaterThan(measure(tableOf(row('a', cells[1] ?? '')), 700).height);
});

test('a table in a frame is smaller, the more rows it has', () => {
  const framed = { ...PLACE, isFramed: true };
  const few = tableOf(row('a'));
  const many = tableOf(...Array.from({ length: 9 }, () => row('a')));
  expect(tableAt(PLACE, few, USUAL)).toBe(USUAL.table);
  expect([tableAt(framed, few, USUAL).size, tableAt(framed, many, USUAL).size]).toEqual([21, 19]);
});

test('short names in other columns keep to one line where that makes a wide table lower', () => {
  const head = `<thead><tr><th>Line</th><th>From</th><th>${'Passengers on a day '.repeat(4)}</th></tr></thead>`;
  const rows = [row('1', 'Central Station', '41,200'), row('2', 'Harbour', '38,900')];
  const wide = elementOf(`<table>${head}<tbody>${rows.join('')}</tbody></table>`);
  expect(measure(wide, 560).names).toEqual([0, 1]);
  expect(measure(wide, 400).names).toEqual([0]);
  const spread = elementOf(
    `<table>${head}<tbody><tr><td colspan="2">1</td><td>2</td></tr>${rows.join('')}</tbody></table>`,
  );
  expect(measure(spread, 560).names).toEqual([0]);
});
