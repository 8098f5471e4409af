import { textWidth } from '../chart-text.ts';
import type { TextMark } from '../scene.ts';

/** The rectangle of a text or another mark. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** How much of its size a line of text takes above its baseline. */
export const ASCENT = 0.76;
/** How much of its size a line of text takes below its baseline. */
export const DESCENT = 0.24;

/** Returns the rectangle that a text covers. */
export function boxOf({ text, x, y, size, anchor, look, turn }: TextMark): Box {
  const width = textWidth(text, size, look.includes('strong'));
  const before = { start: 0, middle: width / 2, end: width }[anchor];
  const [above, below] = [size * ASCENT, size * DESCENT];
  if (turn === undefined) {
    return { left: x - before, right: x - before + width, top: y - above, bottom: y + below };
  }
  // A turned text runs upwards.
  return { left: x - above, right: x + below, top: y + before - width, bottom: y + before };
}

/** Reports whether two rectangles share more than an edge. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Reports whether a stroke passes through a rectangle. */
export function crosses(
  box: Box,
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
): boolean {
  if (Math.max(x1, x2) <= box.left || Math.min(x1, x2) >= box.right) return false;
  if (Math.max(y1, y2) <= box.top || Math.min(y1, y2) >= box.bottom) return false;
  // The distances of the corners from the line of the stroke: it passes where they are on both sides of it.
  const [right, down] = [x2 - x1, y2 - y1];
  const at = down * x1 - right * y1;
  const [low, high] = [down * box.left - at, down * box.right - at];
  const [top, bottom] = [right * box.top, right * box.bottom];
  return Math.min(low, high) < Math.max(top, bottom) && Math.max(low, high) > Math.min(top, bottom);
}

/** Cuts an upright stroke where it would pass through rectangles; returns what is left of it. */
export function cutUpright(
  x: number,
  range: readonly [number, number],
  boxes: readonly Box[],
): [number, number][] {
  const turned = boxes.map(({ left, right, top, bottom }) => {
    return { left: top, right: bottom, top: left, bottom: right };
  });
  return cutStroke(range, x, turned);
}

/** Cuts a horizontal stroke where it would pass through rectangles; returns what is left of it. */
export function cutStroke(
  [from, to]: readonly [number, number],
  y: number,
  boxes: readonly Box[],
): [number, number][] {
  const inWay = boxes
    .filter(({ top, bottom }) => top < y && y < bottom)
    .sort((a, b) => a.left - b.left);
  const pieces: [number, number][] = [];
  let start = from;
  for (const { left, right } of inWay) {
    if (left > start) pieces.push([start, Math.min(left, to)]);
    start = Math.max(start, right);
  }
  if (start < to) pieces.push([start, to]);
  return pieces;
}
