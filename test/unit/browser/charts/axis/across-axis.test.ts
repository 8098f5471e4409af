import { expect, test } from 'vitest';
import { pickAcrossTicks } from '../../../../../src/browser/charts/axis/across-axis.ts';

test('ticks of tiny values that are close are written differently', () => {
  const labels = pickAcrossTicks({ unit: null, min: 9.76e-12, max: 9.79e-12 }).map(
    ({ label }) => label,
  );
  expect(labels.slice(0, 3)).toEqual(['9.76e\u221212', '9.765e\u221212', '9.77e\u221212']);
  expect(new Set(labels).size).toBe(labels.length);
});

test('ticks of tiny values that are far apart have the digits of their step', () => {
  const labels = pickAcrossTicks({ unit: null, min: 0, max: 4e-12 }).map(({ label }) => label);
  expect(labels).toEqual(['0', '1e\u221212', '2e\u221212', '3e\u221212', '4e\u221212']);
});

test('ticks of long numbers that differ in their last digits are not short', () => {
  const labels = pickAcrossTicks({ unit: null, min: 1_000_000, max: 1_000_000.01 }).map(
    ({ label }) => label,
  );
  expect(labels.slice(0, 2)).toEqual(['1\u202f000\u202f000.000', '1\u202f000\u202f000.002']);
  expect(pickAcrossTicks({ unit: null, min: 0, max: 1_000_000 }).at(-1)?.label).toBe('1.0M');
});

test('bytes are counted in powers of two, with their unit', () => {
  const labels = pickAcrossTicks({ unit: 'KiB', min: 0, max: 5000 }).map(({ label }) => label);
  expect(labels).toEqual([
    '0',
    '1\u202fMiB',
    '2\u202fMiB',
    '3\u202fMiB',
    '4\u202fMiB',
    '5\u202fMiB',
  ]);
});
