import { expect, test } from 'vitest';
import {
  findImplausibleValue,
  type ValueContext,
} from '../../../../../src/talk/data/update/value-change.ts';
import type { Dataset, Row } from '../../../../../src/talk/model/dataset.ts';

const known = (...rows: Row[]) => ({ rows, editions: [] }) as unknown as Dataset;
const series = (value: number): Row => ({ asOf: '2026-10-01', n: value, source: 's' });
const find = (now: number, was: number, options: Partial<ValueContext> = {}) =>
  findImplausibleValue([{ asOf: '2026-11-01', n: now }], {
    id: 's',
    key: null,
    changes: {},
    last: known(series(was)),
    ...options,
  });

test('a count of a hundred or more does not fall below a tenth', () => {
  expect(find(0, 2068)).toBe('n is 0, and was 2068 on 1 October 2026');
  expect(find(206, 2068)).toBe('n is 206, and was 2068 on 1 October 2026');
  expect(find(207, 2068)).toBeNull();
  expect(find(9, 99)).toBeNull();
  expect(find(0, 120.5)).toBeNull();
});

test('what was never below zero is a count, and does not fall below it', () => {
  expect(find(-1, 2068)).toBe('n is -1, and was 2068 on 1 October 2026');
  expect(find(-1, 12)).toBe('n is -1, and was 12 on 1 October 2026');
  expect(find(-1, 9)).toBeNull();
  expect(find(-5, 2068, { changes: { n: {} } })).toBeNull();
  const last = known({ ...series(-3), asOf: '2026-08-01' }, series(2068));
  expect(find(-5, 2068, { last })).toBeNull();
});

test('a count of ten or more does not fall to zero, unless it was there before', () => {
  expect(find(0, 30)).toBe('n is 0, and was 30 on 1 October 2026');
  expect(find(1, 30)).toBeNull();
  expect(find(0, 9)).toBeNull();
  const last = known({ ...series(0), asOf: '2026-08-01' }, series(30));
  expect(find(0, 0, { last })).toBeNull();
  const large = known({ ...series(0), asOf: '2026-08-01' }, series(2068));
  expect(find(0, 0, { last: large })).toContain('n is 0, and was 2068');
  expect(find(0, 0, { last, changes: { n: { counter: true } } })).toContain('n never falls');
});

test('numbers within a cell are compared as well, and a rule of the column holds for them', () => {
  const last = known({ asOf: '2026-10-01', n: { users: { all: 2068 } }, source: 's' });
  const rows = [{ asOf: '2026-11-01', n: { users: { all: 0 }, bots: 0 } }];
  const context: ValueContext = { id: 's', key: null, changes: {}, last };
  expect(findImplausibleValue(rows, context)).toBe(
    'n.users.all is 0, and was 2068 on 1 October 2026',
  );
  expect(findImplausibleValue(rows, { ...context, changes: { n: {} } })).toBeNull();
  expect(findImplausibleValue([{ asOf: '2026-11-01', n: 0 }], context)).toBeNull();
});

test('a counter never falls, and a jump has a limit', () => {
  expect(find(9, 10, { changes: { n: { counter: true } } })).toContain('; n never falls');
  expect(find(10, 10, { changes: { n: { counter: true } } })).toBeNull();
  expect(find(151, 100, { changes: { n: { jump: '50%' } } })).toContain('n changes by 50% at most');
  expect(find(49, 100, { changes: { n: { jump: '50%' } } })).toContain('n changes by 50% at most');
  expect(find(150, 100, { changes: { n: { jump: '50%' } } })).toBeNull();
});

test('a column with a rule of its own has no other', () => {
  expect(find(0, 2068, { changes: { n: {} } })).toBeNull();
});

test('a value is compared with the newest one before it, of the same fact and source', () => {
  const last = known(
    series(2000),
    { ...series(90), asOf: '2026-10-20' },
    { ...series(5000), asOf: '2026-12-01' },
  );
  expect(find(5, 0, { last })).toBeNull();
  expect(find(0, 0, { last: known({ ...series(2000), source: 'other' }) })).toBeNull();
  const facts = known({ name: 'a', n: 1000 }, { name: 'b', n: 3 });
  const fresh = (name: string) => [{ name, n: 3 }];
  const context: ValueContext = { id: 's', key: 'name', changes: {}, last: facts };
  expect(findImplausibleValue(fresh('a'), context)).toBe('n is 3, and was 1000');
  expect(findImplausibleValue(fresh('b'), context)).toBeNull();
  expect(findImplausibleValue(fresh('c'), context)).toBeNull();
});

test('tables are compared row by row with the newest one', () => {
  const edition = { asOf: '2026-10-01', source: 's', rows: [{ name: 'a', n: 1000 }] };
  const last = { rows: [], editions: [edition] } as unknown as Dataset;
  const context: ValueContext = { id: 's', key: 'name', changes: {}, last };
  expect(findImplausibleValue([{ name: 'a', n: 0 }], context)).toBe('n is 0, and was 1000');
});
