import type { ChartPlace } from './chart-place.ts';
import type { ChartSpec } from './chart-spec.ts';
import type { ChartSeries } from './chart-series.ts';

/** Number of colours without the muted one: six hues, plain and with a pattern. */
export const TONES = 12;

/** Picks the colour of a series: the accent when it is highlighted, else the next free colour. */
export function pickTone(
  name: string,
  index: number,
  names: readonly string[],
  highlights: readonly string[],
): number {
  const isNamed = names.some((other) => highlights.includes(other));
  if (isNamed) return highlights.includes(name) ? 1 : 0;
  return index < TONES ? index + 1 : 0;
}

/** Colours bars of a single series: the accent marks highlighted points, or the newest of a time series. */
export function tonePoints(
  series: ChartSeries[],
  places: readonly ChartPlace[],
  spec: ChartSpec,
  highlights: readonly string[],
): ChartSeries[] {
  if (series.length !== 1) return series;
  const named = places.map(
    (place) => highlights.includes(place.label) || highlights.includes(place.key),
  );
  const isTime = spec.type === 'column' && places.some((place) => place.day !== null);
  if (!named.includes(true) && !isTime) return series;
  const isAccent = (index: number): boolean =>
    named.includes(true) ? named[index] === true : index === places.length - 1;
  return series.map((one) => ({
    ...one,
    points: one.points.map((point, index) => ({ ...point, tone: isAccent(index) ? 1 : 0 })),
  }));
}
