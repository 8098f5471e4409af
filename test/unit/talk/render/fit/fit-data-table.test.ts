import { expect, test } from 'vitest';
import { measureDataTables } from '../../../../../src/talk/render/fit/fit-data-table.ts';
import { elementOf } from './ruler.ts';

const STYLE = '--size: 20px; --head: 18px; --padding: 5px; --leading: 1.5; width: 100%';
const ROW = '<tr><td>a</td></tr>';
const table = (rows: number, extra = '') =>
  `<table style="${STYLE}">${extra}<thead><tr><th>h</th></tr></thead><tbody>${ROW.repeat(rows)}</tbody></table>`;
const measure = (inner: string, classes = '') =>
  measureDataTables(elementOf(`<div class="block-table ${classes}">${inner}</div>`), 1104);

test('has its head, its rows and its caption', () => {
  const row = 20 * 1.5 + 2 * 5 + 1.5;
  expect(measure(table(2))).toBeCloseTo(18 * 1.5 + 12 + 2 * row);
  expect(measure(table(2, '<caption>c</caption>')) - measure(table(2))).toBeCloseTo(45);
});

test('tables side by side are as high as the highest, others as all', () => {
  expect(measure(table(1) + table(4), 'tables-beside')).toBeCloseTo(measure(table(4)));
  expect(measure(table(1) + table(4))).toBeCloseTo(measure(table(1)) + measure(table(4)));
});

test('a row that begins a group has a gap', () => {
  const grouped = table(1).replace('<tbody><tr>', '<tbody><tr class="group">');
  expect(measure(grouped) - measure(table(1))).toBeCloseTo(10);
});
