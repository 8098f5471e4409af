import { utcTickInterval } from 'd3-time';
import { expect, test } from 'vitest';
import {
  areCounted,
  pickColumns,
  pickNumbers,
} from '../../../../../src/browser/charts/axis/round-columns.ts';

const DAY = 86_400_000;

/** Picks dates below columns at equal distances; returns the days that are named. */
function pick(days: number[], width: number): number[] {
  const places = days.map((day) => ({ key: String(day), label: '', short: '', day }));
  const centers = days.map((_, index) => (index * 1100) / days.length);
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
