import type { ChartPoint } from '../../talk/blocks/chart/chart-series.ts';
import type { DotMark, RectMark } from './scene.ts';

type Look = Pick<ChartPoint, 'exact' | 'tone'>;

/** Draws a value as a dot; an inexact one is hollow. */
export function layDot(
  key: string,
  { exact, tone }: Look,
  [cx, cy]: readonly [number, number],
  r = 8,
): DotMark {
  return { kind: 'circle', key, look: `dot tone-${tone}${exact ? '' : ' inexact'}`, cx, cy, r };
}

/** Draws a value as a bar; an inexact one is hollow. */
export function layBar(
  key: string,
  { tone, exact }: Look,
  [x0, x1]: readonly [number, number],
  [y0, y1]: readonly [number, number],
): RectMark {
  // Half of an outline is outside the edge, so a hollow bar is smaller by that amount.
  const inset = exact ? 0 : 1.5;
  return {
    kind: 'rect',
    key,
    look: `bar tone-${tone}${exact ? '' : ' inexact'}`,
    x: x0 + inset,
    y: y0 + inset,
    width: Math.max(0, x1 - x0 - 2 * inset),
    height: Math.max(0, y1 - y0 - 2 * inset),
    radius: 2,
  };
}
