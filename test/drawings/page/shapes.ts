import { boxAround, distanceTo, type Box, type Point } from './geometry.ts';
import { lookOf } from './looks.ts';

/** A shape of a drawing with its colours as numbers, to find out what is painted at a point. */
export interface Shape {
  element: SVGGeometryElement;
  /** Around all that is painted. */
  box: Box;
  /** Around its geometry, without the width of its stroke. */
  own: Box;
  /** Width of its stroke; 0 without one. */
  stroke: number;
  hasFill: boolean;
  isFilledAt(point: Point): boolean;
  isStrokedAt(point: Point): boolean;
}

type Outline = Point[][];

const COMMAND = /([MLHVZ])([^MLHVZ]*)/gi;
const UNKNOWN = /[^MLHVZ\d\s,.e+-]/i;

/** Lists the shapes of a drawing in the order in which they are painted, in coordinates of the drawing. */
export function listShapes(svg: SVGSVGElement): Shape[] {
  const found = svg.querySelectorAll<SVGGeometryElement>(
    'rect, line, circle, path, polyline, polygon',
  );
  return [...found].map(toShape);
}

function toShape(element: SVGGeometryElement): Shape {
  const { fill, strokeWidth: stroke } = lookOf(element, 'light');
  const hasFill = fill !== null && !(element instanceof SVGLineElement);
  const about = { element, stroke, hasFill };
  if (element instanceof SVGCircleElement) return toDisc(about);
  const outline = readOutline(element);
  const own = boxAround(outline.flat());
  const box = grow(own, stroke / 2);
  return {
    ...about,
    own,
    box,
    isFilledAt: (point) => isInside(point, outline),
    isStrokedAt: (point) =>
      outline.some((points) =>
        points.some(
          (end, index) =>
            index > 0 && distanceTo(point, points[index - 1] ?? end, end) <= stroke / 2,
        ),
      ),
  };
}

function toDisc(about: Pick<Shape, 'element' | 'stroke' | 'hasFill'>): Shape {
  const { cx, cy, r } = about.element as SVGCircleElement;
  const [x, y, radius] = [cx.baseVal.value, cy.baseVal.value, r.baseVal.value];
  const own = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
  const from = ([px, py]: Point): number => Math.hypot(px - x, py - y);
  return {
    ...about,
    own,
    box: grow(own, about.stroke / 2),
    isFilledAt: (point) => from(point) <= radius,
    isStrokedAt: (point) => Math.abs(from(point) - radius) <= about.stroke / 2,
  };
}

function grow({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

/** Reads the outline of a shape as lines. */
export function readOutline(element: SVGGeometryElement): Outline {
  if (element instanceof SVGLineElement) {
    const { x1, y1, x2, y2 } = element;
    return [
      [
        [x1.baseVal.value, y1.baseVal.value],
        [x2.baseVal.value, y2.baseVal.value],
      ],
    ];
  }
  if (element instanceof SVGRectElement) {
    const { x, y, width, height } = element;
    const [left, top] = [x.baseVal.value, y.baseVal.value];
    const [right, bottom] = [left + width.baseVal.value, top + height.baseVal.value];
    return [
      [
        [left, top],
        [right, top],
        [right, bottom],
        [left, bottom],
        [left, top],
      ],
    ];
  }
  return readPath(element.getAttribute('d') ?? '');
}

/** Reads a path of straight lines; a curve is an error, for its points would not be its outline. */
export function readPath(d: string): Outline {
  if (UNKNOWN.test(d)) throw new Error(`A path has curves: ${d.slice(0, 80)}`);
  const outline: Outline = [];
  for (const [, command = '', list = ''] of d.matchAll(COMMAND)) {
    const numbers = list.match(/-?[\d.]+(?:e[+-]?\d+)?/gi)?.map(Number) ?? [];
    const current = outline.at(-1);
    if (command === 'Z' || command === 'z') {
      const [first] = current ?? [];
      if (first) current?.push(first);
      continue;
    }
    if (command === 'M') outline.push([]);
    if (!'MLHV'.includes(command)) throw new Error(`A path is relative: ${d.slice(0, 80)}`);
    const line = outline.at(-1);
    const [lastX, lastY] = line?.at(-1) ?? [0, 0];
    if (command === 'H') for (const x of numbers) line?.push([x, lastY]);
    else if (command === 'V') for (const y of numbers) line?.push([lastX, y]);
    else
      for (let at = 0; at + 1 < numbers.length; at += 2)
        line?.push([numbers[at] ?? 0, numbers[at + 1] ?? 0]);
  }
  return outline;
}

/** Reports whether a point is inside an outline, by the rule of odd crossings. */
function isInside([x, y]: Point, outline: Outline): boolean {
  let inside = false;
  for (const points of outline) {
    points.forEach(([x2, y2], index) => {
      const [x1, y1] = points[(index + points.length - 1) % points.length] ?? [x2, y2];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    });
  }
  return inside;
}
