import type { ChartPlace } from './chart-place.ts';
import type { ChartSpec } from './chart-spec.ts';
import type { ChartSeries } from './chart-series.ts';

/** Number of colours without the muted one: six hues, plain and with a pattern. */
export const TONES = 12;

/** The greys of series that are not highlighted: three steps of lightness, plain and with a pattern. */
export const GREYS = [0, 13, 14, 15, 16, 17] as const;

/** Reports whether a tone is one of the greys. */
export function isGrey(tone: number): boolean {
  return tone === 0 || tone > TONES;
}

/** Reports whether a tone repeats a hue or a grey, so that it has a pattern. */
export function hasPattern(tone: number): boolean {
  return (tone > TONES / 2 && tone <= TONES) || tone > TONES + 2;
}

/**
 * Picks the colour of a series. Where some are highlighted, these have the first colours, and the others differ in greys, or
 * have one grey where they are more.
 */
export function pickTone(
  name: string,
  index: number,
  names: readonly string[],
  highlights: readonly string[],
): number {
  const isNamed = highlights.includes(name);
  const alike = names.filter((other) => highlights.includes(other) === isNamed);
  if (alike.length === names.length && !isNamed) return index < TONES ? index + 1 : 0;
  const place = alike.indexOf(name);
  if (isNamed) return place < TONES ? place + 1 : 0;
  return alike.length > GREYS.length ? 0 : (GREYS[place] ?? 0);
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
