import { describe, expect, test } from 'vitest';
import { parseDataset } from '../../../../src/talk/data/dataset/dataset.ts';
import { cutDataset } from '../../../../src/talk/data/view.ts';
import { toUtc, toZone } from '../../../../src/talk/data/zone.ts';
import type { Row } from '../../../../src/talk/model/dataset.ts';

/** Returns the dates of rows by the clock of a zone. */
function place(zone: string, ...dates: string[]): (string | undefined)[] {
  const rows = dates.map((asOf): Row => ({ asOf }));
  return toZone({ rows, editions: [] }, zone).rows.map(({ asOf }) => asOf);
}

describe('a time is written by the clock of a zone', () => {
  test.each([
    ['Europe/Vienna', '2026-11-30T23:30Z', '2026-12-01T00:30+01:00'],
    ['America/New_York', '2026-11-30T23:30Z', '2026-11-30T18:30-05:00'],
    ['Asia/Kolkata', '2026-11-30T23:30Z', '2026-12-01T05:00+05:30'],
    ['UTC', '2026-12-01T00:30+01:00', '2026-11-30T23:30Z'],
    ['Europe/Vienna', '2026-06-30T23:30:10Z', '2026-07-01T01:30:10+02:00'],
    ['Europe/Vienna', '2016-12-31T23:59:60Z', '2017-01-01T00:59:60+01:00'],
    ['Europe/Vienna', '2026-11-30T14:05', '2026-11-30T14:05+01:00'],
    ['Europe/Vienna', '2026-06-30 14:05', '2026-06-30T14:05+02:00'],
    ['UTC', '2026-11-30T14:05', '2026-11-30T14:05Z'],
  ])('%s: %s is %s', (zone, written, placed) => {
    expect(place(zone, written)).toEqual([placed]);
  });

  test('on the days on which clocks change', () => {
    expect(place('Europe/Vienna', '2026-03-29T02:30', '2026-10-25T02:30')).toEqual([
      '2026-03-29T02:30+01:00',
      '2026-10-25T02:30+02:00',
    ]);
    const hours = ['2026-10-25T00:30Z', '2026-10-25T01:30Z', '2026-10-25T02:30Z'];
    expect(place('Europe/Vienna', ...hours)).toEqual([
      '2026-10-25T02:30+02:00',
      '2026-10-25T02:30+01:00',
      '2026-10-25T03:30+01:00',
    ]);
  });

  test('and days, months and years stay as they are', () => {
    const days = ['2026', '2026-11', '2026-11-30'];
    expect(place('Asia/Tokyo', ...days)).toEqual(days);
    const data = { rows: days.map((asOf) => ({ asOf })), editions: [] };
    expect(toZone(data, 'Asia/Tokyo')).toBe(data);
    expect(toUtc(data)).toBe(data);
  });
});

test('times of all columns are placed, but not that of the key', () => {
  const row = { asOf: '2026-11-30', id: '2026-11-30T23:30Z', at: { end: '2026-11-30T23:30Z' } };
  const { rows } = toZone({ rows: [row], editions: [] }, 'Europe/Vienna', 'id');
  expect(rows).toEqual([{ ...row, at: { end: '2026-12-01T00:30+01:00' } }]);
});

test('a row belongs to the day of the zone', () => {
  const text = JSON.stringify({
    title: 'Builds',
    sources: { a: { name: 'a' } },
    rows: [
      { asOf: '2026-11-30', n: 1 },
      { asOf: '2026-11-30T22:30Z', n: 2 },
      { asOf: '2026-11-30T18:30-05:00', n: 3 },
      { asOf: '2026-12-01', n: 4 },
      { asOf: '2026-12-01T08:00Z', n: 5, retired: { on: '2026-12-02T23:30Z', why: 'Twice.' } },
    ],
  });
  const { value, problems } = parseDataset({ path: 'data/builds.json', text }, 'builds');
  expect(problems).toEqual([]);
  if (!value) throw new Error('The dataset is broken.');
  const shown = (zone: string, day: string): unknown[] =>
    cutDataset(toZone(value, zone), day).rows.map(({ n }) => n);
  expect(shown('Europe/Vienna', '2026-11-30')).toEqual([1, 2]);
  expect(shown('Europe/Vienna', '2026-12-01')).toEqual([1, 2, 4, 3, 5]);
  expect(shown('America/New_York', '2026-11-30')).toEqual([1, 2, 3]);
  expect(shown('America/New_York', '2026-12-02')).toEqual([1, 2, 3, 4]);
  expect(shown('Europe/Vienna', '2026-12-02')).toEqual([1, 2, 4, 3, 5]);
  expect(shown('Europe/Vienna', '2026-12-03')).toEqual([1, 2, 4, 3]);
});
