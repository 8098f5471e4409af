import type { ChartPoint } from '../../talk/blocks/chart/chart-series.ts';
import { GREYS, hasPattern, isGrey } from '../../talk/blocks/chart/chart-tone.ts';
import { layDot } from './mark.ts';
import type { DotMark, PathMark } from './scene.ts';

type Outline = readonly (readonly [number, number])[];

/** Outlines of about the area of a circle of radius 1 around 0; null for the circle. */
const OUTLINES: readonly (Outline | null)[] = [
  null,
  [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  [
    [0, -1.36],
    [1.18, 0.68],
    [-1.18, 0.68],
  ],
  [
    [0, -1.3],
    [1.3, 0],
    [0, 1.3],
    [-1.3, 0],
  ],
  [
    [0, 1.36],
    [1.18, -0.68],
    [-1.18, -0.68],
  ],
  layCross(0.45, 1.2),
];

/** Draws a value in the shape of its series, so that series differ without colours; an inexact one is hollow. */
export function layShape(
  key: string,
  look: Pick<ChartPoint, 'exact' | 'tone'>,
  [x, y]: readonly [number, number],
  r: number,
): DotMark | PathMark {
  const dot = layDot(key, look, [x, y], r);
  const outline = OUTLINES[pickShape(look.tone)];
  if (!outline) return dot;
  const points = [...outline, ...outline.slice(0, 1)].map(([dx, dy], index) => {
    return { key: String(index), x: x + dx * r, y: y + dy * r };
  });
  return { kind: 'path', key, look: dot.look, base: null, points };
}

/** Picks the number of a shape: a tone that repeats a hue has another shape than the first. */
function pickShape(tone: number): number {
  if (isGrey(tone)) return GREYS.findIndex((grey) => grey === tone);
  const again = hasPattern(tone) ? OUTLINES.length / 2 : 0;
  return (tone - 1 + again) % OUTLINES.length;
}

/** Lists the corners of a cross: half the width of its arms, and their length. */
function layCross(half: number, length: number): Outline {
  return [
    [-half, -length],
    [half, -length],
    [half, -half],
    [length, -half],
    [length, half],
    [half, half],
    [half, length],
    [-half, length],
    [-half, half],
    [-length, half],
    [-length, -half],
    [-half, -half],
  ];
}
