import { expect, test } from 'vitest';
import type { PathPoint } from '../../../../src/browser/charts/scene.ts';
import { thinPoints } from '../../../../src/browser/charts/thin.ts';

function pointsOf(ys: readonly (number | null)[], step: number): (PathPoint | null)[] {
  return ys.map((y, index) => (y === null ? null : { key: String(index), x: index * step, y }));
}

test('a line with room for its points keeps all of them', () => {
  const points = pointsOf([1, 2, null, 4], 10);
  expect(thinPoints(points, 40)).toEqual(points);
});

test('of many points that share a pixel the highest and the lowest stay, in their order', () => {
  const ys = Array.from({ length: 1000 }, (_, index) =>
    index === 505 ? 90 : index === 507 ? -90 : 1,
  );
  const thin = thinPoints(pointsOf(ys, 0.1), 100);
  expect(thin.length).toBeLessThanOrEqual(200);
  const peaks = thin.flatMap((point) => (point && Math.abs(point.y) === 90 ? [point.key] : []));
  expect(peaks).toEqual(['505', '507']);
});

test('a gap stays a gap, and the ends stay where they are', () => {
  const ys = Array.from({ length: 1000 }, (_, index) =>
    index >= 400 && index < 600 ? null : index,
  );
  const thin = thinPoints(pointsOf(ys, 0.1), 100);
  expect(thin.filter((point) => point === null)).toHaveLength(1);
  expect([thin[0]?.key, thin.at(-1)?.key]).toEqual(['0', '999']);
});
