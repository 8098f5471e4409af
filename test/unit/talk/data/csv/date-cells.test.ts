import { expect, test } from 'vitest';
import { dropMidnights, toDate } from '../../../../../src/talk/data/csv/date-cells.ts';
import { openTable } from '../../../../../src/talk/data/csv/csv-stream.ts';

test.each([
  ['2026-11-30 14:05', '2026-11-30T14:05'],
  ['2026-11-30T14:05:00Z', '2026-11-30T14:05Z'],
  ['30.11.2026 14:05 +0530', '2026-11-30T14:05+05:30'],
  ['2026/11/30 14:05 UTC', '2026-11-30T14:05Z'],
  ['2026-11-30', '2026-11-30'],
  ['0999-11-30', null],
  ['2026-11-30 25:61', null],
  ['2026-11-30+05:30', null],
  ['2026-11-30 14:05 CET', null],
  ['30/11/2026 14:05', null],
  ['14:05', null],
])('%s is %s', (cell, date) => {
  expect(toDate(cell)).toBe(date);
});

test('midnights are days where there is no other time in their column', () => {
  const days = ['2026-11-30T00:00Z', '2026-12-01', null];
  expect(dropMidnights(days)).toEqual(['2026-11-30', '2026-12-01', null]);
  const times = [...days, '2026-12-01T00:01Z'];
  expect(dropMidnights(times)).toBe(times);
});

test('so are those of a table that is read part by part', () => {
  const read = (...lines: string[]): unknown => {
    const table = openTable({ kinds: new Map([['n', 'number']]), decimal: 'point' });
    for (const line of ['asOf,n', ...lines]) table.push(`${line}\n`);
    const result = table.end();
    return 'rows' in result && result.rows.map((row) => row['asOf']);
  };
  expect(read('2026-11-30 00:00,1', '2026-12-01 00:00,2')).toEqual(['2026-11-30', '2026-12-01']);
  expect(read('2026-11-30 00:00,1', '2026-11-30 00:30,2')).toEqual([
    '2026-11-30T00:00',
    '2026-11-30T00:30',
  ]);
});
