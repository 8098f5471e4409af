import { roundSignificant } from '../../data/value/format.ts';
import { isBinary } from '../../data/value/prefix.ts';
import type { NotPositive } from '../../problems/chart-problems.ts';
import type { Reading } from './chart-rows.ts';
import type { ChartSeries } from './chart-series.ts';
import type { ChartSpec } from './chart-spec.ts';

/** The ends of a value axis. */
export interface Range {
  min: number;
  max: number;
}

/** An axis begins at zero when its lowest value is nearer to zero than this share of its highest. */
const NEAR_ZERO = 0.35;
const ROUND = [1, 2, 5, 10];
/** Sums of decimals have an error behind these digits: without it, parts of 100 percent need an axis of 100. */
const SUM_DIGITS = 12;

/** Finds the ends of the value axis: it includes zero unless the author said otherwise or it is logarithmic. */
export function findRange(
  series: readonly ChartSeries[],
  spec: ChartSpec,
  unit: string | null,
): Range {
  const values = series.flatMap(({ points }) =>
    points.flatMap(({ value, past }) => [value, past?.value ?? null]),
  );
  const numbers = (spec.type === 'stacked' ? sumPlaces(series) : values).filter((n) => n !== null);
  const low = numbers.reduce((least, number) => Math.min(least, number), Infinity);
  const high = numbers.reduce((most, number) => Math.max(most, number), spec.max ?? -Infinity);
  if (spec.scale === 'log') return fitLogarithm(low, high, { min: spec.min, unit });
  if (spec.min === 'auto') return { min: fitStart(low, high), max: high };
  return { min: Math.min(spec.min ?? 0, low), max: Math.max(high, spec.min ?? 0) };
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

/** Finds a value that has no place on a logarithmic axis; null for none. */
export function findNotPositive(readings: readonly Reading[], dataset: string): NotPositive | null {
  const found = readings.find(({ value }) => value !== null && value <= 0);
  return found
    ? { dataset, series: found.series, place: found.key, value: found.value ?? 0 }
    : null;
}

/** Finds 1, 2 or 5 times a power of ten below all values, or a power of two where a unit counts in them. Values that are not positive are reported elsewhere. */
function fitLogarithm(
  low: number,
  high: number,
  { min, unit }: { min: ChartSpec['min']; unit: string | null },
): Range {
  if (!(low > 0 && low < Infinity)) return { min: 1, max: Math.max(10, high) };
  if (typeof min === 'number') return { min: Math.min(min, low), max: Math.max(high, min) };
  if (isBinary(unit)) return { min: 2 ** Math.floor(Math.log2(low)), max: high };
  const power = 10 ** Math.floor(Math.log10(low));
  const round = ROUND.findLast((factor) => factor * power <= low) ?? 1;
  return { min: round * power, max: high };
}

function sumPlaces(series: readonly ChartSeries[]): number[] {
  const length = series[0]?.points.length ?? 0;
  return Array.from({ length }, (_, place) => {
    const sum = series.reduce((all, { points }) => all + (points[place]?.value ?? 0), 0);
    return roundSignificant(sum, SUM_DIGITS);
  });
}
