import { expect, test } from 'vitest';
import { countNames, MAX_NAMES } from '../../../../../../src/talk/blocks/chart/chart-room.ts';
import { chartView } from '../../../../../../src/talk/blocks/chart/chart-view.ts';
import { compileBlock, viewOf } from '../../../../../support/block.ts';
import { chart } from '../../../../../../src/talk/blocks/chart/chart.ts';

const rowsOf = (names: readonly string[]) => names.map((name, value) => ({ name, value }));
const viewColumns = (names: readonly string[], type: 'column' | 'bar' = 'column') =>
  chartView({ data: 'd', type, x: 'name', y: 'value' }, viewOf('d', rowsOf(names)));
const count = (count: number, name: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => name(index));

test('words below columns are counted, and what is in the order of numbers, versions or dates is not', () => {
  expect(countNames(viewColumns(['net', 'mm', 'fs']))).toBe(3);
  expect(countNames(viewColumns(['6.9', '6.10', '6.11']))).toBe(0);
  expect(countNames(viewColumns(['7', '6', '5']))).toBe(0);
  expect(countNames(viewColumns(['2023', '2024']))).toBe(0);
  expect(countNames(viewColumns(['6.9', '6.11', '6.10']))).toBe(3);
});

test('rows of bars have their names beside them', () => {
  expect(countNames(viewColumns(['net', 'mm'], 'bar'))).toBe(0);
});

test.each([
  [MAX_NAMES, []],
  [MAX_NAMES + 1, ['too-much-to-show']],
])('names of %s columns report %j, and are drawn', (number, codes) => {
  const datasets = [viewOf('d', rowsOf(count(number, (index) => `name ${index}`)))];
  const { output, problems } = compileBlock(chart, 'data: d\ntype: column\nx: name\ny: value', {
    datasets,
  });
  expect(problems.map(({ code }) => code)).toEqual(codes);
  expect(problems.every(({ severity }) => severity === 'warning')).toBe(true);
  expect(output).not.toBeNull();
});

test('a line of a slope without a value at its ends is reported, and the others are drawn', () => {
  const rows = [
    { asOf: '2021', part: 'net', value: 1 },
    { asOf: '2022', part: 'mm', value: 5 },
    { asOf: '2023', part: 'net', value: 2 },
  ];
  const datasets = [viewOf('d', rows, { kind: 'series', key: 'part' })];
  const yaml = 'data: d\ntype: slope\nx: date\ny: value\nlabel: part';
  const { output, problems } = compileBlock(chart, yaml, { datasets });
  expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    'warning nothing-to-show',
  ]);
  expect(problems[0]?.message).toContain('"mm"');
  expect(output).not.toBeNull();
});

test.each([
  ['names', ['Rent', 'Travel', 'Grants', 'Fees'], ['warning too-much-to-show']],
  ['two names', ['Rent', 'Fees'], []],
  ['versions', ['6.9', '6.10', '6.11'], []],
  ['years', ['2021', '2022', '2023'], []],
])('a slope of %s reports what is between its ends', (_, names, expected) => {
  const datasets = [viewOf('d', rowsOf(names))];
  const yaml = 'data: d\ntype: slope\nx: name\ny: value';
  const { output, problems } = compileBlock(chart, yaml, { datasets });
  expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(expected);
  expect(output).not.toBeNull();
});
