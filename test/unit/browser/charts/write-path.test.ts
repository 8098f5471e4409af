import { expect, test } from 'vitest';
import { writePath } from '../../../../src/browser/charts/write-path.ts';

const at = (x: number, y: number) => ({ key: `${x}`, x, y });

test('writes a line with its gaps, and a point alone as a closed stroke', () => {
  expect(writePath([at(0, 1), at(2.005, 3), null, at(4, 5)], null)).toBe('M0,1L2.01,3M4,5Z');
});

test('writes an area down to its base', () => {
  expect(writePath([null, at(0, 1), at(2, 3)], 9)).toBe('M0,1L2,3L2,9L0,9Z');
});

test('writes nothing without points', () => {
  expect(writePath([null, null], null)).toBe('');
});
