import { expect, test } from 'vitest';
import { planBands } from '../../../../../src/browser/charts/layout/bands.ts';

test.each([
  [1, 1],
  [2, 3],
  [30, 1],
  [30, 12],
  [500, 12],
])(
  '%i places of %i series have bars of some width, side by side, within the room',
  (count, series) => {
    const bands = planBands(count, series, [40, 1100]);
    expect(bands.width).toBeGreaterThan(0);
    expect(bands.leftOf(0, 0)).toBe(40);
    expect(bands.leftOf(count - 1, series - 1) + bands.width).toBeLessThanOrEqual(1100 + 1e-6);
    for (let series2 = 1; series2 < series; series2++) {
      const end = bands.leftOf(0, series2 - 1) + bands.width;
      expect(bands.leftOf(0, series2)).toBeGreaterThanOrEqual(end);
    }
  },
);

test('the middle of a column is the middle of its bars', () => {
  const bands = planBands(4, 3, [0, 1000]);
  const [left, right] = [bands.leftOf(2, 0), bands.leftOf(2, 2) + bands.width];
  expect(bands.centerOf(2)).toBeCloseTo((left + right) / 2);
});
