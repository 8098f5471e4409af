import { expect, test } from 'vitest';
import { correctedOn, isOfNow, knownFrom } from '../../../../../src/talk/data/update/known-from.ts';
import { mergeFresh } from '../../../../../src/talk/data/update/merge.ts';
import { toZone } from '../../../../../src/talk/data/zone.ts';
import { cutDataset } from '../../../../../src/talk/data/view.ts';
import type { Row } from '../../../../../src/talk/model/dataset.ts';
import { readDataset } from '../context.ts';

const CLOCK = { today: '2026-12-01', now: '2026-11-30T20:20Z' };

test.each([
  ['2026-11-30T20:16Z', undefined],
  ['2026-11-30T21:00Z', undefined],
  ['2026-11-30T20:14Z', CLOCK.now],
  ['2026-11-01T08:00-08:00', CLOCK.now],
  ['2026-12-01', undefined],
  ['2026-11-30', '2026-12-01'],
  ['2026-11-30T23:00', '2026-12-01'],
  ['2026-12-01T01:00', undefined],
  [undefined, '2026-12-01'],
])('a row of %s that arrives now was known from %s', (asOf, since) => {
  expect(knownFrom(asOf, CLOCK)).toBe(since);
});

test('within a quarter of an hour no day ends anywhere', () => {
  expect(isOfNow('2026-11-30T20:29Z', CLOCK)).toBe(true);
  expect(isOfNow('2026-11-30T20:14Z', CLOCK)).toBe(false);
  expect(isOfNow('2026-12-01', CLOCK)).toBe(true);
  expect(isOfNow(undefined, CLOCK)).toBe(false);
  expect(correctedOn('2026-11-30T20:14Z', CLOCK)).toBe(CLOCK.now);
  expect(correctedOn('2026-11-30', CLOCK)).toBe('2026-12-01');
});

const HEAD = { title: 'D', sources: { s: { name: 'S' } } };
const MERGE = { ...CLOCK, id: 's', key: null, updateDays: 0, blank: {} };

/** Merges rows at a time into those that are known; returns all rows of the file. */
function take(known: readonly Row[], fresh: Row[], now: string): Row[] {
  const rows = [...known];
  const dataset = rows.length === 0 ? null : readDataset('d', { ...HEAD, rows });
  for (const edit of mergeFresh(dataset, { rows: fresh }, { ...MERGE, now })) {
    if (edit.kind === 'add-row') rows.splice(edit.after + 1, 0, edit.row);
    else if (edit.kind === 'correct-row') rows[edit.index] = edit.row;
  }
  return rows;
}

test('a page far west of who refreshes shows a row on its own day', () => {
  const rows = take([], [{ asOf: '2026-11-30T20:00Z', n: 1 }], '2026-11-30T20:20Z');
  const seen = (zone: string, day: string): unknown[] =>
    cutDataset(toZone(readDataset('d', { ...HEAD, rows }), zone), day).rows.map(({ n }) => n);
  expect(rows[0]?.since).toBe('2026-11-30T20:20Z');
  expect(seen('America/Los_Angeles', '2026-11-30')).toEqual([1]);
  expect(seen('Asia/Kolkata', '2026-11-30')).toEqual([]);
  expect(seen('Asia/Kolkata', '2026-12-01')).toEqual([1]);
});

test('a correction within its quarter of an hour leaves a trace, and a later one is a row of its own', () => {
  const asOf = '2026-11-30T20:16Z';
  const first = take([], [{ asOf, n: 1 }], '2026-11-30T20:17Z');
  const second = take(first, [{ asOf, n: 2 }], '2026-11-30T20:20Z');
  expect(second).toMatchObject([{ asOf, n: 2, corrected: [{ n: 1 }] }]);
  const third = take(second, [{ asOf, n: 3 }], '2026-11-30T20:31Z');
  expect(third.map(({ n, since }) => [n, since])).toEqual([
    [2, undefined],
    [3, '2026-11-30T20:31Z'],
  ]);
  const fourth = take(third, [{ asOf, n: 4 }], '2026-11-30T20:40Z');
  expect(fourth.map(({ n, since }) => [n, since])).toEqual([
    [2, undefined],
    [4, '2026-11-30T20:40Z'],
  ]);
});
