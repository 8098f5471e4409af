import { expect, test } from 'vitest';
import { isEqual } from '../../../../src/talk/data/equal.ts';

test('values are equal whatever the order of their keys', () => {
  expect(isEqual({ a: 1, b: [2, { c: null }] }, { b: [2, { c: null }], a: 1 })).toBe(true);
});

test.each([
  [
    [1, 2],
    [2, 1],
  ],
  [{ a: 1 }, { a: 1, b: 2 }],
  [{ a: undefined }, { b: undefined }],
  [{ 0: 1 }, [1]],
  [null, {}],
  ['1', 1],
])('%j and %j differ', (a, b) => {
  expect(isEqual(a, b)).toBe(false);
  expect(isEqual(b, a)).toBe(false);
});
