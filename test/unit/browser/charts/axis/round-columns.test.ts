import { utcTickInterval } from 'd3-time';
import { expect, test } from 'vitest';
import {
  areCounted,
  pickColumns,
  pickNumbers,
} from '../../../../../src/browser/charts/axis/round-columns.ts';

const DAY = 86_400_000;

const even = (_: number, index: number): number => index;

/** Picks dates below columns, by default at equal distances; returns the days that are named. */
function pick(days: number[], width: number, placeOf = even): number[] {
  const places = days.map((day) => ({ key: '2024-10-04', label: '', short: '', day }));
  const most = placeOf(days.at(-1) ?? 0, days.length - 1) + 1;
  const centers = days.map((day, index) => (placeOf(day, index) * 1100) / most);
  const named = pickColumns(places, { centers, widths: days.map(() => width), gap: 18 });
  return days.filter((_, index) => named?.[index]);
}

for (const count of [20, 60, 200, 900]) {
  test(`names the round dates of d3's time scale below ${count} days`, () => {
    const days = Array.from({ length: count }, (_, index) => 20_000 + index);
    const [start, stop] = [new Date(20_000 * DAY), new Date((20_000 + count - 1) * DAY)];
    const choices = Array.from({ length: count }, (_, index) =>
      utcTickInterval(start, stop, count - index)?.range(start, new Date(stop.getTime() + 1)),
    ).map((dates = []) => dates.map((date) => date.getTime() / DAY));
    const named = pick(days, 80);
    expect(named.length).toBeGreaterThan(1);
    expect(choices).toContainEqual(named);
  });
}

test('names the first of working days, which no other date says', () => {
  // From a Tuesday.
  const days = Array.from({ length: 30 }, (_, index) => 19_997 + index).filter(
    (day) => (day + 4) % 7 !== 0 && (day + 4) % 7 !== 6,
  );
  const [first = 0] = days;
  expect(pick(days, 60)[0]).toBe(first);
  expect(pick(days, 60, (day) => day - first)[0]).toBe(first);
  // That of a Friday has no room beside the next Monday.
  expect(pick(days.slice(3), 60)[0]).toBe(first + 6);
});

test('names no columns that are not in the order of time', () => {
  expect(pick([3, 2, 1], 80)).toEqual([]);
});

test('picks round numbers of hours and years', () => {
  const pick = (from: number, to: number, distance: number): string[] => {
    const keys = Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
    const all = keys.map((key) => ({ key, label: key, short: key, day: null }));
    const row = {
      centers: keys.map((_, index) => index * distance),
      widths: keys.map(() => 20),
      gap: 10,
    };
    expect(areCounted(all)).toBe(true);
    const picked = pickNumbers(all, row) ?? [];
    return keys.filter((_, index) => picked[index]);
  };
  expect(pick(0, 23, 9)).toEqual(['0', '5', '10', '15', '20']);
  expect(pick(2015, 2025, 16)).toEqual(['2016', '2018', '2020', '2022', '2024']);
});

test('names, versions and numbers out of order are not counted', () => {
  const places = (keys: string[]) =>
    keys.map((key) => ({ key, label: key, short: key, day: null }));
  expect(areCounted(places(['3', '2']))).toBe(false);
  expect(areCounted(places(['6.1', '6.2']))).toBe(false);
  expect(areCounted(places(['mm', 'net']))).toBe(false);
});
