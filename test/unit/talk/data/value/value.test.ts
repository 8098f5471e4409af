import { expect, test } from 'vitest';
import { VALUE_WORDS } from '../../../../../src/talk/problems/value/value-words.ts';
import { evaluateValue } from '../../../../../src/talk/data/value/value.ts';
import { makeContext, readDataset } from '../context.ts';

const sources = { a: { name: 'Talk slides' }, b: { name: 'subspace.kernel.org' } };

const subscribers = readDataset('mailing-list', {
  title: 'Subscribers',
  sources,
  rows: [
    { asOf: '2023-09', subscribers: 460, late: 5, exact: false, source: 'a' },
    { asOf: '2024-09', subscribers: 536, late: null, zero: 0, source: 'b' },
  ],
});
const exact = readDataset('exact', {
  title: 'Exact',
  sources: { a: sources.a },
  rows: [
    { asOf: '2023-09', n: 800, zero: 0, loss: -3, version: '1.0' },
    { asOf: '2024-09', n: 1001, zero: 3, loss: 4, version: '1.2' },
  ],
});
const releases = readDataset('kernel-releases', {
  title: 'Releases',
  key: 'version',
  sources: { a: sources.a },
  rows: [
    { version: '6.11', released: '2024-09-15', rust: { version: '1.78.0' }, parts: ['x', 'y'] },
    { version: '6.12', released: '2024-11-17', rust: null, parts: [], since: '2024-09' },
  ],
});
const tools = readDataset('tools', {
  title: 'Tools',
  key: 'id',
  sources: { a: sources.a },
  editions: [
    {
      asOf: '2023-09',
      source: 'a',
      rows: [
        { id: 'x', n: 10 },
        { id: 'y', n: 20 },
      ],
    },
    {
      asOf: '2024-09',
      source: 'a',
      rows: [
        { id: 'x', n: 15 },
        { id: 'y', n: 20 },
      ],
    },
  ],
});
const shares = readDataset('shares', {
  title: 'Shares',
  unit: '%',
  sources: { a: sources.a },
  rows: [
    { asOf: '2023-09', part: 98.245, zero: 0, source: 'a' },
    { asOf: '2024-09', part: 98.615, zero: 1, source: 'a' },
  ],
});
const context = makeContext('2024-09-18', [subscribers, exact, releases, tools, shares]);

function print(expression: string, asOf = context.asOf): string {
  const result = evaluateValue(expression, { ...context, asOf });
  return result.ok ? result.text : `no value: ${expression}`;
}

function problem(expression: string) {
  const result = evaluateValue(expression, context);
  if (result.ok) throw new Error(`${expression} is ${result.text}`);
  const [first] = result.problems;
  if (!first) throw new Error('no problem');
  const { code, message, hint } = first.at(
    { file: 'f', line: 1, column: 1, length: 1 },
    VALUE_WORDS,
  );
  const part = expression.slice(first.offset, first.offset + first.length);
  return { code, message, hint, part };
}

test('a column of a series is its newest row on the date', () => {
  expect(print('mailing-list.subscribers')).toBe('536');
  expect(print('mailing-list.last.subscribers')).toBe('536');
  expect(print('mailing-list.subscribers', '2024-08-01')).toBe('~460');
});

test('bookkeeping columns can be printed too', () => {
  expect(print('mailing-list.asOf')).toBe('September 2024');
  expect(print('mailing-list.source')).toBe('subspace.kernel.org');
  expect(print('tools.asOf | year')).toBe('2024');
});

test('a row is named by its key, and paths go on into it', () => {
  expect(print('kernel-releases["6.11"].rust.version')).toBe('1.78.0');
  expect(print('kernel-releases["6.11"].released')).toBe('15 September 2024');
  expect(print('kernel-releases["6.11"].released | month')).toBe('September 2024');
  expect(print('kernel-releases["6.11"].parts')).toBe('x, y');
  expect(print('kernel-releases.last.version')).toBe('6.12');
});

test('ago finds the row a period before the newest, and keeps its "~"', () => {
  expect(print('mailing-list.subscribers | ago 1y')).toBe('~460');
  expect(print('tools["x"].n | ago 1y')).toBe('10');
});

test('ago takes a row that is older by at most half the period', () => {
  expect(print('mailing-list.subscribers | ago 9mo')).toBe('~460');
  expect(problem('mailing-list.subscribers | ago 8mo')).toMatchObject({
    code: 'no-row-ago',
    part: 'ago',
    hint: expect.stringContaining('2023-09, 2024-09') as string,
  });
  expect(problem('mailing-list.subscribers | ago 2y').code).toBe('no-row-ago');
});

test('a difference of percentages is in points', () => {
  expect(print('shares.part | growth 1y')).toBe('0.37 points');
  expect(print('shares.part | growth 1y | percent')).toBe('0.37 points');
  expect(print('shares.part | growth 1y | signed')).toBe('+0.37 points');
  expect(print('shares.part | growth 1y | number')).toBe('0.37');
  expect(print('shares.zero | growth 1y')).toBe('1 point');
  expect(print('shares.part | change 1y')).toBe('0.37');
  expect(print('exact.n | change 1y | percent')).toBe('201 points');
  expect(print('shares.part | ago 1y | percent')).toBe('98.245%');
});

test('growth and change are rounded as exactness allows', () => {
  expect(print('mailing-list.subscribers | growth 1y')).toBe('~17%');
  expect(print('mailing-list.subscribers | change 1y')).toBe('~76');
  expect(print('exact.n | growth 1y')).toBe('25.1%');
  expect(print('exact.n | growth 1y | signed')).toBe('+25.1%');
  expect(print('exact.n | change 1y | signed')).toBe('+201');
  expect(print('tools["x"].n | growth 1y')).toBe('50%');
});

test('rows and lists are counted', () => {
  expect(print('kernel-releases | count')).toBe('2');
  expect(print('kernel-releases | count', '2024-08-01')).toBe('1');
  expect(print('kernel-releases["6.11"].parts | count')).toBe('2');
});

test("the talk's own front matter is a value", () => {
  expect(print('talk.event')).toBe('LPC 2024');
  expect(print('talk.date')).toBe('18 September 2024');
  expect(print('talk.asOf | month')).toBe('September 2024');
});

test('a value says what it rests on', () => {
  const result = evaluateValue('mailing-list.subscribers | growth 1y', context);
  expect(result).toMatchObject({
    ok: true,
    number: 17,
    exact: false,
    datasets: ['mailing-list'],
    uses: [
      { dataset: 'mailing-list', source: sources.b, asOf: '2024-09', exact: true },
      { dataset: 'mailing-list', source: sources.a, asOf: '2023-09', exact: false },
    ],
  });
  expect(evaluateValue('talk.event', context)).toMatchObject({
    uses: [],
    datasets: [],
    number: null,
  });
});

test('unknown names get the nearest one, at their place', () => {
  expect(problem('mailing-lst.subscribers')).toMatchObject({
    code: 'unknown-dataset',
    part: 'mailing-lst',
    hint: expect.stringContaining('"mailing-list"') as string,
  });
  expect(problem('mailing-list.subscriber')).toMatchObject({
    code: 'unknown-column',
    part: 'subscriber',
    hint: expect.stringContaining('"subscribers"') as string,
  });
  expect(problem('kernel-releases["6.10"].version')).toMatchObject({
    code: 'unknown-row',
    part: '["6.10"]',
  });
  expect(problem('kernel-releases["6.11"].rust.versoin')).toMatchObject({
    code: 'unknown-column',
    part: 'versoin',
    hint: expect.stringContaining('"version"') as string,
  });
  expect(problem('exact.n | compactt')).toMatchObject({
    code: 'unknown-format',
    part: 'compactt',
    hint: expect.stringContaining('"compact"') as string,
  });
  expect(problem('exact.n | agoo 1y')).toMatchObject({ code: 'unknown-filter', part: 'agoo' });
  expect(problem('talk.titel')).toMatchObject({ code: 'unknown-column', part: 'titel' });
});

test('names of the language itself are unknown like any other', () => {
  expect(problem('exact.constructor').code).toBe('unknown-column');
  expect(problem('exact.__proto__').code).toBe('unknown-column');
  expect(problem('talk.toString').code).toBe('unknown-column');
  expect(problem('kernel-releases["constructor"].version').code).toBe('unknown-row');
});

test('null is no data, never a zero and never a word', () => {
  expect(problem('mailing-list.late')).toMatchObject({ code: 'no-data', part: 'late' });
  expect(problem('mailing-list.late | growth 1y').code).toBe('no-data');
  expect(problem('kernel-releases["6.12"].rust.version').code).toBe('no-data');
  expect(problem('talk.place').code).toBe('no-data');
});

test('what has no past, or cannot be computed with, says so', () => {
  expect(problem('kernel-releases["6.11"].version | ago 1y').code).toBe('no-history');
  expect(problem('talk.title | ago 1y').code).toBe('no-history');
  expect(problem('exact.version | growth 1y').code).toBe('not-a-number');
  expect(problem('exact.zero | growth 1y').code).toBe('growth-from-zero');
  expect(problem('exact.loss | growth 1y').code).toBe('growth-from-zero');
});

test('a table of several rows wants to know which', () => {
  expect(problem('kernel-releases.version')).toMatchObject({
    code: 'no-row-key',
    hint: expect.stringContaining('kernel-releases["6.11"]') as string,
  });
  expect(problem('tools.n').code).toBe('no-row-key');
});

test('objects and whole datasets are no values', () => {
  expect(problem('kernel-releases["6.11"].rust')).toMatchObject({
    code: 'not-a-value',
    part: 'rust',
  });
  expect(problem('mailing-list').code).toBe('not-a-value');
});

test('formats must suit the value', () => {
  expect(problem('exact.version | number').code).toBe('wrong-format');
  expect(problem('exact.n | month')).toMatchObject({ code: 'wrong-format', part: 'month' });
  expect(problem('exact.version | signed').code).toBe('wrong-format');
});

test('what cannot be read is a problem at its place', () => {
  expect(problem('exact.n | ago').code).toBe('bad-value');
  expect(problem('exact.n | ago soon')).toMatchObject({ code: 'bad-value', part: 'soon' });
  expect(problem('exact.n | compact | ago 1y')).toMatchObject({ code: 'bad-value', part: 'ago' });
  expect(problem('exact.n * 2')).toMatchObject({ code: 'bad-value', part: '*' });
});

test('nothing before the date names the earliest row', () => {
  const early = evaluateValue('mailing-list.subscribers', { ...context, asOf: '2020-01-01' });
  if (early.ok) throw new Error(early.text);
  const span = { file: 'f', line: 1, column: 1, length: 1 };
  expect(early.problems[0]?.at(span, VALUE_WORDS)).toMatchObject({
    code: 'no-row-before',
    message: '"mailing-list" has no row on or before 2020-01-01; its earliest is of 2023-09.',
  });
  expect(early.datasets).toEqual(['mailing-list']);
});
