import type { PathPoint } from '../scene.ts';
import { crosses, overlap, type Box } from './box.ts';

type Point = readonly [number, number];

/** What a label keeps clear of. */
export interface Obstacles {
  boxes: readonly Box[];
  strokes: readonly (readonly [Point, Point])[];
}

/** Half of a line's width, and some air. */
const LINE = 4;
/** Half of a dot's width, and some air. */
const RADIUS = 10;

/** Finds the first place where a label is within bounds and clear of obstacles. */
export function findFree<Place extends { box: Box }>(
  places: readonly Place[],
  { boxes, strokes }: Obstacles,
  bounds: Box,
): Place | undefined {
  return places.find(({ box }) => {
    const wide = grow(box, LINE);
    const isInside =
      box.left >= bounds.left &&
      box.right <= bounds.right &&
      box.top >= bounds.top &&
      box.bottom <= bounds.bottom;
    return (
      isInside &&
      !boxes.some((other) => overlap(box, other)) &&
      !strokes.some(([from, to]) => crosses(wide, from, to))
    );
  });
}

/** Lists the strokes of a line that reach into a stretch of its width. */
export function listStrokes(
  points: readonly (PathPoint | null)[],
  [left, right]: readonly [number, number],
): [Point, Point][] {
  const strokes: [Point, Point][] = [];
  points.forEach((point, index) => {
    const next = points[index + 1];
    if (!point || !next || next.x < left || point.x > right) return;
    strokes.push([
      [point.x, point.y],
      [next.x, next.y],
    ]);
  });
  return strokes;
}

/** Lists the rectangles of the points of a line, which may have dots, in a stretch of its width. */
export function listDots(
  path: readonly (PathPoint | null)[],
  [left, right]: readonly [number, number],
): Box[] {
  return path.flatMap((point) => {
    if (!point || point.x < left || point.x > right) return [];
    const { x, y } = point;
    return [{ left: x - RADIUS, right: x + RADIUS, top: y - RADIUS, bottom: y + RADIUS }];
  });
}

/** Returns a rectangle that is larger on all sides. */
export function grow({ left, right, top, bottom }: Box, by: number): Box {
  return { left: left - by, right: right + by, top: top - by, bottom: bottom + by };
}
