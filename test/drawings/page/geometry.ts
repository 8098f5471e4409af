/** A rectangle along the axes, in slide pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A point in slide pixels. */
export type Point = readonly [number, number];

/** Reports whether two rectangles share some area. */
export function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Returns the rectangle around points. */
export function boxAround(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
}

/** Returns how deep two convex shapes lie in each other, in pixels; at most 0 when they are apart. */
export function depthOf(a: readonly Point[], b: readonly Point[]): number {
  let depth = Infinity;
  for (const shape of [a, b]) {
    shape.forEach(([x1, y1], index) => {
      const [x2, y2] = shape[(index + 1) % shape.length] ?? [x1, y1];
      const length = Math.hypot(x2 - x1, y2 - y1);
      if (length === 0) return;
      const normal: Point = [(y2 - y1) / length, (x1 - x2) / length];
      const [lowA, highA] = project(a, normal);
      const [lowB, highB] = project(b, normal);
      depth = Math.min(depth, highA - lowB, highB - lowA);
    });
  }
  return depth;
}

function project(points: readonly Point[], [x, y]: Point): [number, number] {
  const along = points.map((point) => point[0] * x + point[1] * y);
  return [Math.min(...along), Math.max(...along)];
}

/** Returns the distance of a point from a line between two points. */
export function distanceTo([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const at = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - at * dx, y - y1 - at * dy);
}
