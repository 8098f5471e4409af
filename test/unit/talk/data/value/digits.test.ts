import { expect, test } from 'vitest';
import {
  commonDecimals,
  decimalsOf,
  decimalsOfStep,
  exponentOf,
  roundComputed,
} from '../../../../../src/talk/data/value/digits.ts';

test('knows the power of ten of a number', () => {
  expect([100, 999, 1, 0.5, 0.001].map(exponentOf)).toEqual([2, 2, 0, -1, -3]);
});

test('a number alone has three decimals, or as many as it needs to be seen', () => {
  expect([5, 1.5, 1.23456, 0.00012345].map(decimalsOf)).toEqual([0, 1, 3, 6]);
  expect(decimalsOf(0.1 + 0.2)).toBe(1);
  expect(decimalsOf(2.9999)).toBe(4);
});

test('numbers together have decimals in common, or none', () => {
  expect(commonDecimals([1, 2, 3])).toBe(0);
  expect(commonDecimals([1.5, 2.25])).toBe(2);
  expect(
    [[-40.00001], [-40.00001, -40.00001], [-40.00001, 12]].map((few) => commonDecimals(few)),
  ).toEqual([5, 5, 0]);
  expect(commonDecimals([1e-8, 1e8])).toBeNull();
  expect(commonDecimals([])).toBe(0);
});

test('a step has the decimals of all its multiples', () => {
  expect([1, 0.5, 0.25, 20, 0.125].map(decimalsOfStep)).toEqual([0, 1, 2, 0, 3]);
});

test('rounds, but neither to zero nor up to a power of ten', () => {
  expect(roundComputed(1.23456, 2)).toBe(1.23);
  expect(roundComputed(0.000123, 2)).toBe(0.00012);
  expect(roundComputed(99.9996, 2)).toBe(99.9996);
  expect([roundComputed(0, 2), roundComputed(Infinity, 2)]).toEqual([0, Infinity]);
});
