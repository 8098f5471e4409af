import { expect, test } from 'vitest';
import {
  countRows,
  findImplausible,
  type PlausibilityContext,
} from '../../../../../src/talk/data/update/plausibility.ts';
import type { Dataset, Row } from '../../../../../src/talk/model/dataset.ts';

const CONTEXT: PlausibilityContext = {
  id: 's',
  today: '2024-09-18',
  last: null,
  key: null,
  ranges: {},
  lastCount: null,
};
const rowsOf = (count: number, asOf = '2024-09-01'): Row[] =>
  Array.from({ length: count }, (_, at) => ({ n: at, asOf, source: 's' }));
const find = (rows: Row[], context: Partial<PlausibilityContext> = {}, isWhole = false) =>
  findImplausible({ rows, isWhole } as never, { ...CONTEXT, ...context });
const last = (rows: Row[]) => ({ rows, editions: [] }) as unknown as Dataset;

test('rows that look like the last ones are fine', () => {
  expect(find(rowsOf(5), { last: last(rowsOf(5)), lastCount: 6 }, true)).toBeNull();
  expect(countRows({ rows: rowsOf(3), isWhole: true } as never)).toBe(3);
});

test('nothing, and less than half, cannot be right', () => {
  expect(find([])).toBe('it has no rows');
  expect(find(rowsOf(2), { lastCount: 5 })).toContain('there were 5');
  expect(find(rowsOf(3), { lastCount: 6 })).toBeNull();
});

test('of a whole answer more than half of the known rows must be there', () => {
  const known = last(rowsOf(4));
  const key = 'n';
  expect(find(rowsOf(1), { last: known, key }, true)).toContain('3 of the 4 known rows');
  expect(find(rowsOf(1), { last: known, key }, false)).toBeNull();
  expect(find(rowsOf(2), { last: known, key }, true)).toBeNull();
});

test('the newest row is neither of the future nor older than known ones', () => {
  expect(find(rowsOf(1, '2024-09-20'))).toContain('today is');
  expect(find(rowsOf(1, '2024-09-19'))).toBeNull();
  expect(find(rowsOf(1, '2024-08-01'), { last: last(rowsOf(1)) })).toContain('already');
});

test('figures are within their range', () => {
  expect(find(rowsOf(3), { ranges: { n: [0, 1] } })).toBe('n is 2, and can only be from 0 to 1');
  expect(find(rowsOf(2), { ranges: { n: [0, 1] } })).toBeNull();
});

test('a table that was dated by its refresh can change on a day before', () => {
  const edition = {
    asOf: '2024-09-10',
    retrieved: '2024-09-10',
    source: 's',
    rows: [{ n: 1 }, { n: 2 }],
  };
  const known = { rows: [], editions: [edition] } as unknown as Dataset;
  const fresh = { asOf: '2024-09-02', table: [{ n: 1 }] };
  expect(findImplausible(fresh, { ...CONTEXT, last: known })).toBeNull();
  const own = { ...edition, retrieved: '2024-09-12' };
  const dated = { rows: [], editions: [own] } as unknown as Dataset;
  expect(findImplausible(fresh, { ...CONTEXT, last: dated })).toContain('already');
});

test('values and losses that look wrong can be accepted, wrong times cannot', () => {
  const known = last([{ n: 2068, asOf: '2024-09-01', source: 's' }]);
  const now = [{ n: 0, asOf: '2024-09-18' }];
  expect(find(now, { last: known })).toContain('n is 0, and was 2068');
  expect(find(now, { last: known, isAccepted: true })).toBeNull();
  expect(find(rowsOf(1), { lastCount: 5, isAccepted: true })).toBeNull();
  expect(find(rowsOf(1, '2024-09-20'), { isAccepted: true })).toContain('today is');
});
