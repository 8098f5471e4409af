import { expect, test } from 'vitest';
import { parseExpression } from '../../../../../src/talk/data/value/expression.ts';
import type { Found } from '../../../../../src/talk/data/value/found.ts';
import { printFound } from '../../../../../src/talk/data/value/print-value.ts';
import { evaluateValue } from '../../../../../src/talk/data/value/value.ts';
import { VALUE_WORDS } from '../../../../../src/talk/problems/value/value-words.ts';
import { makeContext, readDataset } from '../context.ts';

const GROWTH: Found = {
  cell: 110,
  exact: true,
  uses: [],
  growth: { before: 100, now: 210, exact: true, isOfPoints: false },
};

function write(formats: string, found = GROWTH): string {
  const parsed = parseExpression(`n ${formats}`);
  if (!parsed.ok) throw new Error(parsed.fault.expected);
  const { expression } = parsed;
  const printed = printFound(found, expression.filters, expression);
  if (printed.ok) return printed.value.text;
  const { offset, length, at } = printed.problem;
  const { code, hint } = at({ file: 'f', line: 1, column: 1, length: 1 }, VALUE_WORDS);
  return `${code} at "${`n ${formats}`.slice(offset, offset + length)}": ${hint}`;
}

test('a growth is in percent, or in words', () => {
  expect([write(''), write('| signed'), write('| number'), write('| words')]).toEqual([
    '110%',
    '+110%',
    '110',
    'doubled',
  ]);
});

test('words are for what growth found alone', () => {
  const plain: Found = { cell: 110, exact: true, uses: [] };
  for (const found of [plain, { ...plain, cell: 'text' }, { ...plain, cell: true }])
    expect(write('| words', found)).toMatch(/^wrong-format at "words": .*growth 1y \| words/);
});

test('words take no other format, neither before nor behind them', () => {
  expect(write('| words | signed')).toMatch(/^bad-value at "signed"/);
  expect(write('| words short')).toMatch(/^bad-value at "short"/);
  expect(write('| percent | words')).toMatch(/^wrong-format at "words"/);
});

test('a growth in words follows the data of the day', () => {
  const sources = { a: { name: 'A' } };
  const rows = [10, 19, 20, 50].map((n, at) => ({ asOf: `${2020 + at}-01`, n, source: 'a' }));
  const context = makeContext('2023-06-01', [readDataset('list', { title: 'L', sources, rows })]);
  const printOn = (asOf: string) => {
    const result = evaluateValue('list.n | growth 1y | words', { ...context, asOf });
    return result.ok ? [result.text, result.title] : result.problems.length;
  };
  expect(printOn('2020-06-01')).toBe(1);
  expect(printOn('2021-06-01')).toEqual(['doubled', 'from January 2020 to January 2021']);
  expect(printOn('2022-06-01')).toEqual(['grew by 5.3%', 'from January 2021 to January 2022']);
  expect(printOn('2023-06-01')).toEqual(['more than doubled', 'from January 2022 to January 2023']);
});

test('a filter takes its period and nothing more', () => {
  const rows = [{ asOf: '2023-01', n: 1, source: 'a' }];
  const list = readDataset('list', { title: 'L', sources: { a: { name: 'A' } }, rows });
  const context = makeContext('2023-06-01', [list]);
  const faultOf = (expression: string): string => {
    const result = evaluateValue(expression, context);
    const [first] = result.problems;
    return first ? expression.slice(first.offset, first.offset + first.length) : 'none';
  };
  expect(faultOf('list.n | growth 1y words')).toBe('words');
  expect(faultOf('list | count all')).toBe('all');
  expect(faultOf('list | count')).toBe('none');
});
