import { expect, test } from 'vitest';
import { pickAcrossTicks } from '../../../../../src/browser/charts/axis/across-axis.ts';

test('ticks of tiny values that are close are written differently', () => {
  const labels = pickAcrossTicks({ min: 9.76e-12, max: 9.79e-12 }).map(({ label }) => label);
  expect(labels.slice(0, 3)).toEqual(['9.76e\u221212', '9.765e\u221212', '9.77e\u221212']);
  expect(new Set(labels).size).toBe(labels.length);
});

test('ticks of tiny values that are far apart have the digits of their step', () => {
  const labels = pickAcrossTicks({ min: 0, max: 4e-12 }).map(({ label }) => label);
  expect(labels).toEqual(['0', '1e\u221212', '2e\u221212', '3e\u221212', '4e\u221212']);
});
