import { describe, expect, test } from 'vitest';
import { findNearest } from '../../../../src/talk/data/ago.ts';
import { addDays, parsePeriod } from '../../../../src/talk/data/date.ts';

/** Returns the date that is taken one period before the last one, or "none". */
function take(dates: readonly string[], period: string): string {
  const parsed = parsePeriod(period);
  if (!parsed) throw new Error(`${period} is no period.`);
  return dates[findNearest(dates, dates.at(-1) ?? '', parsed)] ?? 'none';
}

/** Returns the last days of months from one on. */
function monthEnds(year: number, count: number): string[] {
  const ends = Array.from({ length: count }, (_, month) => new Date(Date.UTC(year, month + 1, 0)));
  return ends.map((end) => end.toISOString().slice(0, 10));
}

function weeks(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, week) => addDays(first, 7 * week));
}

describe('rows at the ends of months', () => {
  test('have the one a month before, for each month of leap years and others', () => {
    for (const year of [2023, 2024, 2026]) {
      const ends = monthEnds(year, 24);
      for (let count = 2; count <= 24; count++) {
        const shown = ends.slice(0, count);
        expect(take(shown, '1mo'), shown.at(-1)).toBe(shown.at(-2));
        if (count > 3) expect(take(shown, '3mo'), shown.at(-1)).toBe(shown.at(-4));
        if (count > 12) expect(take(shown, '1y'), shown.at(-1)).toBe(shown.at(-13));
      }
    }
  });

  test('have January before February, not December', () => {
    expect(take(['2025-12-31', '2026-01-31', '2026-02-28'], '1mo')).toBe('2026-01-31');
    expect(take(['2024-12-31', '2025-01-31', '2026-01-31', '2026-02-28'], '1y')).toBe('2025-01-31');
    expect(take(['2023-02-28', '2024-02-29'], '1y')).toBe('2023-02-28');
    expect(take(['2024-02-29', '2025-02-28'], '1y')).toBe('2024-02-29');
  });
});

describe('weekly rows', () => {
  test('have one at most four days from the date a month, a quarter or a year before', () => {
    const all = weeks('2023-01-01', 200);
    for (let count = 60; count <= all.length; count++) {
      const shown = all.slice(0, count);
      expect(take(shown, '1w')).toBe(shown.at(-2));
      expect(take(shown, '2w')).toBe(shown.at(-3));
      for (const period of ['1mo', '3mo', '1y']) {
        const rank = { '1mo': [5, 6], '3mo': [13, 14, 15], '1y': [53] }[period] ?? [];
        expect(rank.map((back) => shown.at(-back))).toContain(take(shown, period));
      }
    }
  });

  test('take the nearer of two, and the earlier of equally near ones', () => {
    expect(take(['2026-01-18', '2026-01-25', '2026-02-22'], '1mo')).toBe('2026-01-25');
    expect(take(['2026-01-20', '2026-01-24', '2026-02-22'], '1mo')).toBe('2026-01-20');
  });
});

describe('the tolerance', () => {
  test('is half the period before, a quarter after', () => {
    expect(take(['2023-04', '2024-09'], '1y')).toBe('2023-04');
    expect(take(['2023-02', '2024-09'], '1y')).toBe('none');
    expect(take(['2023-11', '2024-09'], '1y')).toBe('2023-11');
    expect(take(['2024-01', '2024-09'], '1y')).toBe('none');
    expect(take(['2023-09', '2024-09'], '2y')).toBe('none');
    expect(take(['2026-01', '2026-03'], '1mo')).toBe('none');
  });

  test('never reaches the row itself, nor one without a date', () => {
    expect(take(['2026-02-28'], '1d')).toBe('none');
    expect(take(['2026-02', '2026-02-28'], '1mo')).toBe('none');
    expect(take(['2026', '2026-02'], '1mo')).toBe('none');
    const period = { amount: 1, unit: 'mo' } as const;
    expect(findNearest([null, '2026-01-31', null], '2026-02-28', period)).toBe(1);
  });
});

test('months and years count whole, the last row within them is taken', () => {
  expect(take(['2026-01', '2026-02-28'], '1mo')).toBe('2026-01');
  expect(take(['2026-01-04', '2026-01-25', '2026-02'], '1mo')).toBe('2026-01-25');
  expect(take(['2024', '2025-09-18'], '1y')).toBe('2024');
  expect(take(['2024', '2025-09-18'], '6mo')).toBe('none');
  expect(take(['2024', '2025'], '1y')).toBe('2024');
});

describe('rows with a time of day', () => {
  const hours = Array.from(
    { length: 49 },
    (_, hour) => `${new Date(Date.UTC(2026, 10, 28, 14 + hour)).toISOString().slice(0, 16)}Z`,
  );

  test('have the one hours before, and the same time of an earlier day', () => {
    expect(take(hours, '1h')).toBe('2026-11-30T13:00Z');
    expect(take(hours, '30min')).toBe('none');
    expect(take(hours, '90min')).toBe('2026-11-30T12:00Z');
    expect(take(hours, '24h')).toBe('2026-11-29T14:00Z');
    expect(take(hours, '1d')).toBe('2026-11-29T14:00Z');
    expect(take(hours, '1w')).toBe('none');
  });

  test('count hours over the change of clocks, and take days by the clock', () => {
    const dates = ['2026-10-24T12:00+02:00', '2026-10-24T13:00+02:00', '2026-10-25T12:00+01:00'];
    expect(take(dates, '24h')).toBe('2026-10-24T13:00+02:00');
    expect(take(dates, '1d')).toBe('2026-10-24T12:00+02:00');
  });

  test('stand beside rows of days', () => {
    expect(take(['2026-11-29', '2026-11-30T14:00Z'], '1d')).toBe('2026-11-29');
    expect(take(['2026-11-29', '2026-11-30T14:00Z'], '6h')).toBe('none');
    expect(take(['2026-11-29T08:00Z', '2026-11-29T20:00Z', '2026-11-30'], '1d')).toBe(
      '2026-11-29T20:00Z',
    );
  });
});
