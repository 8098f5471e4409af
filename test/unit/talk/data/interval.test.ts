import { expect, test } from 'vitest';
import { printDuration, toDays, toMilliseconds } from '../../../../src/talk/data/interval.ts';

test('reads intervals', () => {
  expect(toMilliseconds('30min')).toBe(1_800_000);
  expect(toMilliseconds('6h')).toBe(21_600_000);
  expect(toMilliseconds('1y')).toBe(365 * 86_400_000);
  for (const text of ['', '6', 'h', '6 h', '-1h', '1w']) expect(toMilliseconds(text)).toBeNull();
});

test('counts whole days, at least one', () => {
  expect([toDays('6h'), toDays('36h'), toDays('7d'), toDays('2m')]).toEqual([1, 2, 7, 60]);
});

test('writes durations in words', () => {
  const words = [500, 1000, 90_000, 7_200_000, 172_800_000, 86_400_000 * 40].map(printDuration);
  expect(words).toEqual(['1 second', '1 second', '2 minutes', '2 hours', '2 days', '40 days']);
});
