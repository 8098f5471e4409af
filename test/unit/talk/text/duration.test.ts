import { expect, test } from 'vitest';
import {
  parseDuration,
  printDuration,
  printPeriod,
  printTime,
  replaceOldUnit,
  toDays,
  toMilliseconds,
} from '../../../../src/talk/text/duration.ts';

test('reads intervals', () => {
  expect(toMilliseconds('30min')).toBe(1_800_000);
  expect(toMilliseconds('6h')).toBe(21_600_000);
  expect(toMilliseconds('2w')).toBe(14 * 86_400_000);
  expect(toMilliseconds('2mo')).toBe(60 * 86_400_000);
  expect(toMilliseconds('1y')).toBe(365 * 86_400_000);
  for (const text of ['', '6', 'h', '6 h', '-1h', '0h', '5m', '1q'])
    expect(toMilliseconds(text)).toBeNull();
});

test('counts whole days, at least one', () => {
  expect([toDays('6h'), toDays('36h'), toDays('7d'), toDays('2mo')]).toEqual([1, 2, 7, 60]);
});

test('writes durations in words', () => {
  const words = [500, 1000, 90_000, 7_200_000, 172_800_000, 86_400_000 * 40].map(printDuration);
  expect(words).toEqual(['1 second', '1 second', '2 minutes', '2 hours', '2 days', '40 days']);
});

test('writes a period in the unit it has', () => {
  expect(printPeriod({ amount: 1, unit: 'y' })).toBe('1 year');
  expect(printPeriod({ amount: 90, unit: 'd' })).toBe('90 days');
});

test('reads an m only as what the caller says it means', () => {
  expect(parseDuration('5m')).toBeNull();
  expect(parseDuration('5m', 'min')).toEqual({ amount: 5, unit: 'min' });
  expect(parseDuration('5m', 'mo')).toEqual({ amount: 5, unit: 'mo' });
  expect(parseDuration('5min', 'mo')).toEqual({ amount: 5, unit: 'min' });
});

test('writes an old unit in its new form', () => {
  expect(replaceOldUnit('1h 30m 20s', 'min')).toBe('1h 30min 20s');
  expect(replaceOldUnit('1m30s', 'min')).toBe('1min30s');
  expect(replaceOldUnit('6m', 'mo')).toBe('6mo');
  for (const text of ['6mo', '30min', '1y', '45', 'm'])
    expect(replaceOldUnit(text, 'mo')).toBeNull();
});

test('writes the time of a slide as authors do', () => {
  expect([45, 60, 100, 4200, 3661, 0, 89.6].map(printTime)).toEqual([
    '45s',
    '1min',
    '1min 40s',
    '1h 10min',
    '1h 1min 1s',
    '0s',
    '1min 30s',
  ]);
});
