import { hasPattern } from '../../talk/blocks/chart/chart-tone.ts';
import type { ChartPoint } from '../../talk/blocks/chart/chart-series.ts';
import type { DotMark, Mark, PathMark, RectMark, StrokeMark } from './scene.ts';

type Look = Pick<ChartPoint, 'exact' | 'tone'>;

const STRIPE = 9;
const OUTLINE = 3;
/** The least length of a bar whose value is not zero. */
const MIN_LENGTH = 1.8;

/** Draws a value as a dot; an inexact one is hollow. */
export function layDot(
  key: string,
  { exact, tone }: Look,
  [cx, cy]: readonly [number, number],
  r = 8,
): DotMark {
  return { kind: 'circle', key, look: `dot tone-${tone}${exact ? '' : ' inexact'}`, cx, cy, r };
}

/** Returns the end of a bar that starts at zero, where that of a value which is not zero can be seen. */
export function endOfBar(value: number, toPosition: (value: number) => number): number {
  const [zero, end] = [toPosition(0), toPosition(value)];
  if (value === 0 || Math.abs(end - zero) >= MIN_LENGTH) return end;
  const isForwards = toPosition(Math.sign(value)) > zero;
  return zero + (isForwards ? MIN_LENGTH : -MIN_LENGTH);
}

/** Draws a value as a bar; an inexact one is hollow, unless it is too small for an outline. */
export function layBar(
  key: string,
  { tone, exact }: Look,
  [x0, x1]: readonly [number, number],
  [y0, y1]: readonly [number, number],
): RectMark {
  const [width, height] = [Math.max(0, x1 - x0), Math.max(0, y1 - y0)];
  const isHollow = !exact && Math.min(width, height) > 2 * OUTLINE;
  // Half of an outline is outside the edge, so a hollow bar is smaller by that amount.
  const inset = isHollow ? OUTLINE / 2 : 0;
  return {
    kind: 'rect',
    key,
    look: `bar tone-${tone}${isHollow ? ' inexact' : ''}`,
    x: x0 + inset,
    y: y0 + inset,
    width: width - 2 * inset,
    height: height - 2 * inset,
    radius: Math.min(2, width / 4),
  };
}

/** Draws the pattern of a tone that repeats a hue or a grey over its bar; empty for its first use. */
export function layPattern(mark: RectMark, tone: number): Mark[] {
  return !hasPattern(tone) ? [] : [layStripes(`pattern ${mark.key}`, mark)];
}

function layStripes(key: string, { x, y, width, height }: RectMark): PathMark {
  // A rim holds the stripes of one bar together.
  const rim = Math.min(4, width / 6);
  const count = Math.floor((height - 1) / STRIPE) + (height > 4 ? 1 : 0);
  const points = Array.from({ length: count }, (_, index) => {
    const at = y + Math.min(height / 2, STRIPE / 2) + index * STRIPE;
    const [left, right] = [`${index} left`, `${index} right`];
    return [{ key: left, x: x + rim, y: at }, { key: right, x: x + width - rim, y: at }, null];
  });
  return { kind: 'path', key, look: 'stripes', base: null, points: points.flat() };
}

/** Draws a leader from a mark to its label, in the colour of the series. */
export function layLeader(
  { key, tone }: { key: string; tone: number },
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
): StrokeMark {
  return { kind: 'line', key: `leader ${key}`, look: `leader tone-${tone}`, x1, y1, x2, y2 };
}

/** Draws a straight line between two points. */
export function layStroke(
  key: string,
  look: string,
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
): Mark {
  return { kind: 'line', key, look, x1, y1, x2, y2 };
}
