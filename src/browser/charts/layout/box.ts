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
  // The part of the stroke within the rectangle, from 0 to 1 along it (Liang and Barsky).
  let [from, to] = [0, 1];
  const sides = [
    [x1 - x2, x1 - box.left],
    [x2 - x1, box.right - x1],
    [y1 - y2, y1 - box.top],
    [y2 - y1, box.bottom - y1],
  ] as const;
  for (const [towards, distance] of sides) {
    if (towards === 0 && distance < 0) return false;
    if (towards < 0) from = Math.max(from, distance / towards);
    if (towards > 0) to = Math.min(to, distance / towards);
  }
  return from < to;
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
