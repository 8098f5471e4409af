import type { ChartPoint } from '../../../talk/blocks/chart/chart-series.ts';
import { layText } from '../plot.ts';
import type { PathPoint, TextMark } from '../scene.ts';
import { TEXT, textWidth } from '../chart-text.ts';
import { ASCENT, boxOf, DESCENT, type Box } from './box.ts';
import { findFree, listDots, listStrokes } from './free-place.ts';

/** What the values of a line are placed in. */
export interface ValueFrame {
  points: readonly ChartPoint[];
  path: readonly (PathPoint | null)[];
  /** Text size of the newest value. */
  size: number;
  bounds: Box;
  /** Heights of lines across the drawing. */
  rules: readonly number[];
  /** Other texts of the drawing. */
  boxes: readonly Box[];
}

/** Distances from a point to its value in slide pixels. */
const DISTANCES = [12, 17, 24, 34, 48];
const ASIDE = [0, 0.3, 0.55, 1];
/** Values that are nearer to each other, in sizes of their text, read as one number. */
const APART = 0.3;
/** A point is clearly nearer when its distance is smaller by this factor. */
const NEARER = 1.5;

/** Writes a value beside each of some points, clear of the line and each other; null where one has no room. */
export function layLineValues(frame: ValueFrame, places: readonly number[]): TextMark[] | null {
  const marks: TextMark[] = [];
  const last = frame.path.findLastIndex((point) => point !== null);
  // The newest value is the most important one, and has the first choice.
  for (const place of [...places].reverse()) {
    const label = frame.points[place]?.label ?? '';
    if (label === '' || !frame.path[place]) continue;
    const mark = layValue(frame, { place, isLast: place === last, marks });
    if (!mark) return null;
    marks.push(mark);
  }
  return marks.reverse();
}

interface Request {
  place: number;
  isLast: boolean;
  marks: readonly TextMark[];
}

function layValue(frame: ValueFrame, { place, isLast, marks }: Request): TextMark | undefined {
  const { points, path, bounds, rules } = frame;
  const point = points[place];
  const at = path[place];
  if (!point || !at) return undefined;
  const size = isLast || frame.size < TEXT.large ? frame.size : frame.size * 0.8;
  const width = textWidth(point.label, size, true);
  const reach: [number, number] = [at.x - 2 * width, at.x + 2 * width];
  const strokes = listStrokes(path, reach);
  const lines = rules.map((y): (typeof strokes)[number] => [
    [reach[0], y],
    [reach[1], y],
  ]);
  const dots = listDots(path, reach);
  const boxes = [...dots, ...frame.boxes, ...marks.map((mark) => widen(boxOf(mark), size * APART))];
  const look = isLast ? 'strong' : 'strong soft';
  const sides = listSides(path, place);
  const obstacles = { boxes, strokes: [...strokes, ...lines] };
  for (const distance of DISTANCES) {
    const candidates = sides.map(({ above, aside }) => {
      const y = at.y + (above ? -distance - size * DESCENT : distance + size * ASCENT);
      const x = keepNear(at.x + aside * width, width, bounds);
      const mark = layText(`value ${at.key}`, look, point.label, [x, y], size, 'middle');
      return { mark, box: boxOf(mark) };
    });
    const own = candidates.filter(({ box }) => isNearest(box, path, place));
    const found = findFree(own, obstacles, bounds);
    if (found) return found.mark;
  }
  return undefined;
}

/** Reports whether no other point is clearly nearer to a value than its own, so that it is not read as theirs. */
function isNearest(box: Box, path: readonly (PathPoint | null)[], place: number): boolean {
  const distances = path.map((point) => (point ? distanceTo(box, point) : Infinity));
  const own = distances[place] ?? Infinity;
  const x = path[place]?.x ?? NaN;
  // Beside its point, a value looks like that of any point that is as near.
  const factor = box.left <= x && x <= box.right ? NEARER : 1;
  return distances.every((distance) => distance * factor >= own);
}

function distanceTo({ left, right, top, bottom }: Box, { x, y }: PathPoint): number {
  return Math.hypot(Math.max(0, left - x, x - right), Math.max(0, top - y, y - bottom));
}

/** Lists the sides of a point, the preferred first: below in a valley, outside on a slope. */
function listSides(
  path: readonly (PathPoint | null)[],
  place: number,
): { above: boolean; aside: number }[] {
  const here = path[place]?.y ?? 0;
  const [before, after] = [path[place - 1]?.y ?? null, path[place + 1]?.y ?? null];
  const falls = before !== null && before < here;
  const rises = after !== null && after < here;
  const isValley = falls && rises;
  const sign = falls && !rises ? 1 : -1;
  const asides = ASIDE.flatMap((aside) => (aside === 0 ? [0] : [aside * sign, -aside * sign]));
  return [!isValley, isValley].flatMap((above) => asides.map((aside) => ({ above, aside })));
}

function widen({ left, right, ...rest }: Box, by: number): Box {
  return { left: left - by, right: right + by, ...rest };
}

function keepNear(x: number, width: number, { left, right }: Box): number {
  return Math.max(left + width / 2, Math.min(right - width / 2, x));
}
