import { expect, test } from 'vitest';
import { isFarEnough, writeStroke } from '../../../../src/browser/ink/stroke-path.ts';

test('a stroke is a curve through the middles of its parts, from its first to its last point', () => {
  expect(writeStroke([0, 0, 10, 0, 10, 10, 20, 10])).toBe('M0 0Q10 0 10 5Q10 10 15 10L20 10');
  expect(writeStroke([1, 2, 3, 4])).toBe('M1 2L3 4');
});

test('a tap is a dot, and a stroke without points is nothing', () => {
  expect(writeStroke([5, 6])).toBe('M5 6h0');
  expect(writeStroke([])).toBe('');
});

test('points that are nearly the same are left out', () => {
  expect(isFarEnough([], 0, 0)).toBe(true);
  expect(isFarEnough([0, 0, 10, 10], 11, 11)).toBe(false);
  expect(isFarEnough([0, 0, 10, 10], 13, 10)).toBe(true);
});
