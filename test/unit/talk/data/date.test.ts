import { expect, test } from 'vitest';
import {
  addDays,
  compareDates,
  daysBetween,
  endOf,
  isIsoDate,
  isKnown,
  isPartialDate,
  parsePeriod,
  periodDays,
  precisionOf,
  printDate,
  startOf,
  subtractPeriod,
} from '../../../../src/talk/data/date.ts';

function goBack(date: string, text: string): string {
  const period = parsePeriod(text);
  return period ? subtractPeriod(date, period) : 'no period';
}

test('a date may be a year, a month or a day, and must exist', () => {
  for (const date of ['2024', '2024-09', '2024-09-18', '2024-02-29']) {
    expect(isPartialDate(date)).toBe(true);
  }
  for (const date of ['24', '2024-13', '2024-00', '2023-02-29', '2024-9', '18.9.2024', '', 2024]) {
    expect(isPartialDate(date)).toBe(false);
  }
  expect(isIsoDate('2024-09-18')).toBe(true);
  expect(isIsoDate('2024-09')).toBe(false);
});

test('a date may have a time of day, whose clock says what day it is', () => {
  const time = '2026-12-01T00:30+01:00';
  expect([isPartialDate(time), isIsoDate(time), precisionOf(time)]).toEqual([true, false, 'time']);
  expect([startOf(time), endOf(time)]).toEqual(['2026-12-01', '2026-12-01']);
  expect(isKnown(time, '2026-11-30')).toBe(false);
  expect(isKnown(time, '2026-12-01')).toBe(true);
  expect([printDate(time), printDate(time, 'day')]).toEqual([
    '1 December 2026 00:30',
    '1 December 2026',
  ]);
  expect(printDate('2026-12-01T00:30:05.25Z')).toBe('1 December 2026 00:30:05');
});

test('times of a day follow it, in the order in which they were', () => {
  const dates = ['2026-10-25T02:10+01:00', '2026-10-25T02:50+02:00', '2026-10-25', '2026-10-26'];
  expect(dates.toSorted(compareDates)).toEqual([
    '2026-10-25',
    '2026-10-25T02:50+02:00',
    '2026-10-25T02:10+01:00',
    '2026-10-26',
  ]);
});

test('going back from a time keeps the clock, or counts hours', () => {
  expect(goBack('2026-11-30T14:05+01:00', '1d')).toBe('2026-11-29T14:05+01:00');
  expect(goBack('2026-03-31T14:05Z', '1mo')).toBe('2026-02-28T14:05Z');
  expect(goBack('2026-12-01T00:30+01:00', '6h')).toBe('2026-11-30T18:30+01:00');
  expect(goBack('2026-12-01', '30min')).toBe('2026-11-30T23:30');
});

test('a partial date has a first and a last day', () => {
  expect([startOf('2024'), endOf('2024')]).toEqual(['2024-01-01', '2024-12-31']);
  expect([startOf('2024-02'), endOf('2024-02')]).toEqual(['2024-02-01', '2024-02-29']);
  expect([startOf('2024-09-18'), endOf('2024-09-18')]).toEqual(['2024-09-18', '2024-09-18']);
  expect(precisionOf('2024-02')).toBe('month');
});

test('a month is known from its first day on', () => {
  expect(isKnown('2024-09', '2024-09-01')).toBe(true);
  expect(isKnown('2024-09', '2024-08-31')).toBe(false);
  expect(isKnown('2024-09-18', '2024-09-18')).toBe(true);
});

test('dates are ordered by their first day, the less precise first', () => {
  const dates = ['2024-09-18', '2025', '2024-09-01', '2024-09', '2024'];
  expect(dates.sort(compareDates)).toEqual(['2024', '2024-09', '2024-09-01', '2024-09-18', '2025']);
});

test('going back keeps a date as precise as it was', () => {
  expect(goBack('2024-09', '1y')).toBe('2023-09');
  expect(goBack('2024', '2y')).toBe('2022');
  expect(goBack('2024-09-18', '1y')).toBe('2023-09-18');
  expect(goBack('2024-03', '6mo')).toBe('2023-09');
});

test('going back by a finer period than the date gives a finer date', () => {
  expect(goBack('2024', '6mo')).toBe('2023-07');
  expect(goBack('2024-09', '30d')).toBe('2024-08-02');
});

test('going back never invents a day', () => {
  expect(goBack('2024-02-29', '1y')).toBe('2023-02-28');
  expect(goBack('2024-03-31', '1mo')).toBe('2024-02-29');
  expect(goBack('2024-01-15', '1mo')).toBe('2023-12-15');
});

test('periods are written 1y, 6mo, 2w and 90d', () => {
  expect(parsePeriod('90d')).toEqual({ amount: 90, unit: 'd' });
  expect(parsePeriod('6mo')).toEqual({ amount: 6, unit: 'mo' });
  expect(parsePeriod('6m')).toEqual({ amount: 6, unit: 'mo' });
  for (const text of ['1', 'y', '0y', '30s', '10000y', '1.5y', '-1y', '']) {
    expect(parsePeriod(text)).toBeNull();
  }
  expect(periodDays({ amount: 6, unit: 'mo' })).toBe(180);
  expect(periodDays({ amount: 2, unit: 'w' })).toBe(14);
  expect(goBack('2024-09-18', '2w')).toBe('2024-09-04');
});

test('days are counted across summer time and leap years alike', () => {
  expect(daysBetween('2024-03-30', '2024-04-01')).toBe(2);
  expect(daysBetween('2024', '2025')).toBe(366);
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
});

test('dates are written out as far as they are stated', () => {
  expect(printDate('2024-09-18')).toBe('18 September 2024');
  expect(printDate('2024-09')).toBe('September 2024');
  expect(printDate('2024')).toBe('2024');
  expect(printDate('2024-09-18', 'month')).toBe('September 2024');
  expect(printDate('2024-09-18', 'year')).toBe('2024');
});
