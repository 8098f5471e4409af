import type { PathPoint } from './scene.ts';

/**
 * Removes points of a line that cannot be told apart. Of the points in one pixel column, the highest and lowest stay
 * in order, so that no peak is lost. Points go from left to right; null makes a gap.
 */
export function thinPoints(
  points: readonly (PathPoint | null)[],
  width: number,
): (PathPoint | null)[] {
  if (points.length <= 2 * width) return [...points];
  const kept: (PathPoint | null)[] = [];
  let column: PathPoint[] = [];
  for (const point of points) {
    const [first] = column;
    if (point && first && Math.floor(point.x) === Math.floor(first.x)) {
      column.push(point);
      continue;
    }
    kept.push(...pickEnds(column));
    column = point ? [point] : [];
    if (!point && kept.at(-1) !== null) kept.push(null);
  }
  return [...kept, ...pickEnds(column)];
}

function pickEnds(column: readonly PathPoint[]): PathPoint[] {
  if (column.length <= 2) return [...column];
  let [low, high] = [0, 0];
  column.forEach(({ y }, index) => {
    if (y > (column[low]?.y ?? y)) low = index;
    if (y < (column[high]?.y ?? y)) high = index;
  });
  const places = [...new Set([low, high])].sort((a, b) => a - b);
  return places.flatMap((place) => column[place] ?? []);
}
