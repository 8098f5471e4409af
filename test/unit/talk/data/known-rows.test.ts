import { expect, test } from 'vitest';
import { cutDataset } from '../../../../src/talk/data/view.ts';
import { readDataset } from './context.ts';

const sources = { a: { name: 'A' }, b: { name: 'B' } };
const ON = { on: '2026-11-20', why: 'counted twice' };

/** The values of a series on a day. */
function valuesOn(day: string, head: object, ...rows: object[]): unknown[] {
  const dataset = readDataset('d', { title: 'D', sources, ...head, rows });
  return cutDataset(dataset, day).rows.map(({ n }) => n);
}

test('a retired row is shown before the day of its retirement, and never after', () => {
  const rows = [
    { asOf: '2026-10', n: 1, source: 'a' },
    { asOf: '2026-11', n: 2, source: 'a', retired: ON },
  ];
  expect(valuesOn('2026-11-19', {}, ...rows)).toEqual([1, 2]);
  expect(valuesOn('2026-11-20', {}, ...rows)).toEqual([1]);
});

test('a fact whose newest version is retired does not fall back to what it corrected', () => {
  const rows = [
    { asOf: '2026-10', n: 1, source: 'a' },
    { asOf: '2026-10', n: 2, source: 'a', since: '2026-11-01', retired: ON },
  ];
  expect(valuesOn('2026-10-31', {}, ...rows)).toEqual([1]);
  expect(valuesOn('2026-11-10', {}, ...rows)).toEqual([2]);
  expect(valuesOn('2026-11-20', {}, ...rows)).toEqual([]);
});

test('an edition loses a retired row on its day', () => {
  const rows = [
    { team: 'red', n: 1 },
    { team: 'blue', n: 2, retired: ON },
  ];
  const editions = [{ asOf: '2026-11-01', source: 'a', rows }];
  const dataset = readDataset('d', { title: 'D', key: 'team', sources, editions });
  const teams = (day: string) => cutDataset(dataset, day).rows.map(({ team }) => team);
  expect(teams('2026-11-19')).toEqual(['red', 'blue']);
  expect(teams('2026-11-20')).toEqual(['red']);
});

test('of two sources the preferred one is shown, and the other where that one states nothing', () => {
  const rows = [
    { asOf: '2026-10', n: 1, source: 'b' },
    { asOf: '2026-10', n: 2, source: 'a' },
    { asOf: '2026-11', n: 3, source: 'b' },
  ];
  const day = '2026-11-30';
  expect(valuesOn(day, { prefer: ['a', 'b'] }, ...rows)).toEqual([2, 3]);
  expect(valuesOn(day, { prefer: ['b', 'a'] }, ...rows)).toEqual([1, 3]);
  expect(valuesOn(day, { prefer: ['b'] }, ...rows)).toEqual([1, 3]);
  const [first, second, third] = rows;
  const retired = [first, { ...second, retired: ON }, third] as object[];
  expect(valuesOn(day, { prefer: ['a'] }, ...retired)).toEqual([1, 3]);
  const pinned = [{ ...first, pinned: 'seen in the minutes' }, second, third] as object[];
  expect(valuesOn(day, { prefer: ['a'] }, ...pinned)).toEqual([1, 3]);
});

test('what was settled later leaves no trace in the rows of an earlier day', () => {
  const row = { asOf: '2026-10', n: 1, source: 'a' };
  const dataset = readDataset('d', {
    title: 'D',
    sources,
    rows: [{ ...row, pinned: 'checked', retired: ON }],
  });
  expect(cutDataset(dataset, '2026-11-01').rows).toEqual([row]);
});
