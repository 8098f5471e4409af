import type { ChartSeries } from './chart-series.ts';
import type { ChartSpec } from './chart-spec.ts';

/** An axis begins at zero when its lowest value is nearer to zero than this share of its highest. */
const NEAR_ZERO = 0.35;

/** Finds the ends of the value axis, which includes zero unless the author said otherwise. */
export function findRange(
  series: readonly ChartSeries[],
  spec: ChartSpec,
): { min: number; max: number } {
  const values = series.flatMap(({ points }) =>
    points.flatMap(({ value, past }) => [value, past?.value ?? null]),
  );
  const numbers = (spec.type === 'stacked' ? sumPlaces(series) : values).filter((n) => n !== null);
  const low = numbers.reduce((least, number) => Math.min(least, number), Infinity);
  const high = numbers.reduce((most, number) => Math.max(most, number), spec.max ?? -Infinity);
  if (spec.min === 'auto') return { min: fitStart(low, high), max: high };
  return { min: spec.min ?? Math.min(0, low), max: Math.max(high, spec.min ?? 0) };
}

/** Finds a round number below all values, a quarter of their range below the lowest. */
function fitStart(low: number, high: number): number {
  const spread = high - low || Math.abs(high) || 1;
  const step = 10 ** Math.floor(Math.log10(spread * 0.5));
  const start = Math.floor((low - spread * 0.25) / step) * step;
  return low >= 0 ? Math.max(0, start) : start;
}

/** Finds where an axis of positions begins: it needs no zero, but includes it when its values come near. */
export function fitToData(low: number, high: number): number {
  return low >= 0 && low < high * NEAR_ZERO ? 0 : fitStart(low, high);
}

function sumPlaces(series: readonly ChartSeries[]): number[] {
  const length = series[0]?.points.length ?? 0;
  return Array.from({ length }, (_, place) =>
    series.reduce((sum, { points }) => sum + (points[place]?.value ?? 0), 0),
  );
}
