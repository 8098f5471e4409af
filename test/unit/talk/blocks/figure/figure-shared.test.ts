import { expect, test } from 'vitest';
import { findSharedDates } from '../../../../../src/talk/blocks/figure/figure-shared.ts';

const BUILDS = [
  { date: '2024', row: { compiler: 'gcc', builds: 40 } },
  { date: '2024', row: { compiler: 'rustc', builds: 10 } },
  { date: '2025', row: { compiler: 'gcc', builds: 42 } },
];

test('finds rows of one date', () => {
  const found = findSharedDates(BUILDS);
  expect(found).toMatchObject({ place: 'are "2024"' });
  expect(found?.groups).toEqual([BUILDS.slice(0, 2).map(({ row }) => row)]);
});

test('finds nothing where each row has a date of its own', () => {
  expect(findSharedDates(BUILDS.slice(1))).toBeNull();
});

test('finds rows without a date, which have no newest one', () => {
  const rows = BUILDS.map(({ row }) => ({ row, date: null }));
  expect(findSharedDates(rows)).toMatchObject({ place: 'have no date' });
  expect(findSharedDates(rows.slice(0, 1))).toBeNull();
});
