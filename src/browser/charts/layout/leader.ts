import type { ChartSeries } from '../../../talk/blocks/chart/chart-series.ts';
import type { Mark } from '../scene.ts';

type Point = readonly [number, number];

/** Draws a leader from a mark to its label, in the colour of the series. */
export function layLeader(
  { key, tone }: Pick<ChartSeries, 'key' | 'tone'>,
  from: Point,
  to: Point,
): Mark {
  const [[x1, y1], [x2, y2]] = [from, to];
  return { kind: 'line', key: `leader ${key}`, look: `leader tone-${tone}`, x1, y1, x2, y2 };
}
