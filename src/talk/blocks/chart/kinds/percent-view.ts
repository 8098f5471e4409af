import { commonDecimals, roundComputed } from '../../../data/value/digits.ts';
import { formatNumber } from '../../../data/value/format.ts';
import { shareDigits } from '../../../data/value/precision.ts';
import { parseUnit } from '../../../data/value/prefix.ts';
import type { DatasetView } from '../../../model/dataset.ts';
import type { ChartPoint, ChartSeries } from '../chart-series.ts';
import type { ChartSpec } from '../chart-spec.ts';
import type { ChartTexts } from '../chart-texts.ts';
import { chartView, MISSING, type ChartView } from '../chart-view.ts';

/** The decimals that shares have at most where they differ by more. */
const MOST_DECIMALS = 1;
/** All of a place, in percent. Parts that cancel out have a sign, so that those below zero are found. */
const ALL = 100;
const NO_PREFIX = { factor: 1, sign: '' };

/** Computes stacks of shares: each column is a whole of 100 percent, and its total is on top. */
export function viewPercent(spec: ChartSpec, data: DatasetView): ChartView {
  const parts = chartView({ ...spec, type: 'stacked' }, data);
  const totals = parts.places.map((_, place) => sumPlace(parts, place));
  const shares = parts.series.map(({ points }) =>
    points.map(({ value }, place) => toShare(value, totals[place] ?? null)),
  );
  const decimals = shareDecimals(shares.flat());
  const series = parts.series.map((one, index): ChartSeries => {
    const points = one.points.map((point, place) =>
      writeShare(point, shares[index]?.[place] ?? null, decimals),
    );
    return { ...one, points };
  });
  const view: ChartView = { ...parts, type: 'percent', series, min: 0, max: 100 };
  return {
    ...view,
    unit: null,
    format: 'percent',
    totals: writeTotals(parts, totals),
    texts: writeTexts(parts, view),
  };
}

/** Lists the parts that are missing where others are known, so that shares cannot be computed. */
export function findUnknownParts(
  spec: ChartSpec,
  data: DatasetView,
): { place: string; part: string }[] {
  const { places, series } = chartView({ ...spec, type: 'stacked' }, data);
  return places.flatMap(({ label }, place) => {
    const missing = series.filter(({ points }) => points[place]?.value === null);
    if (missing.length === 0 || missing.length === series.length) return [];
    return missing.map(({ name }) => ({ place: label, part: name }));
  });
}

/** Returns the sum of a column; null when a part of it is unknown. */
function sumPlace({ series }: ChartView, place: number): number | null {
  const values = series.map(({ points }) => points[place]?.value ?? null);
  if (values.includes(null)) return null;
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

function toShare(value: number | null, total: number | null): number | null {
  if (value === null || total === null) return null;
  return total === 0 ? Math.sign(value) * ALL : (value / Math.abs(total)) * ALL;
}

/** Returns the decimals that all shares have, as few as tell them apart; smaller shares have their own. */
function shareDecimals(shares: readonly (number | null)[]): number {
  const known = shares.filter((share) => share !== null);
  const wanted = commonDecimals(known, { least: 0, significant: 1 });
  return Math.min(MOST_DECIMALS, wanted ?? MOST_DECIMALS);
}

function writeShare(point: ChartPoint, value: number | null, decimals: number): ChartPoint {
  if (value === null) return { ...point, value, label: MISSING };
  const { exact } = point;
  const rounded = roundComputed(value, decimals, 1);
  // A share that is smaller than these decimals, or that they would round to 100, is written with its own.
  const isShared = exact && rounded === Number(rounded.toFixed(decimals));
  const digits = isShared ? { decimals, prefix: NO_PREFIX } : null;
  return { ...point, value, label: formatNumber(rounded, { format: 'percent', exact, digits }) };
}

/** Writes the totals of all columns, the exact ones with one precision; empty for one that is not known. */
function writeTotals(
  { series, format, unit }: ChartView,
  totals: readonly (number | null)[],
): string[] {
  const isExact = (place: number): boolean =>
    series.every(({ points }) => points[place]?.exact !== false);
  const known = totals.flatMap((total, place) => (total !== null && isExact(place) ? [total] : []));
  const style = { unit, ...(format ? { format } : {}) };
  const digits = shareDigits(known, style);
  const isCarried = format === 'percent' || (format === 'compact' && unit && parseUnit(unit));
  return totals.map((total, place) => {
    if (total === null) return '';
    const exact = isExact(place);
    const text = formatNumber(total, { ...style, exact, digits: exact ? digits : null });
    return unit === null || isCarried ? text : `${text} ${unit}`;
  });
}

/** Writes each share with the value that it comes from. */
function writeTexts(parts: ChartView, shares: ChartView): ChartTexts {
  const rows = parts.places.map(({ label }, place) => [
    label,
    ...parts.series.map(({ points }, index) => {
      const share = shares.series[index]?.points[place];
      const value = points[place]?.label ?? '';
      return share?.value === null ? value : `${share?.label ?? ''} (${value})`;
    }),
  ]);
  return { heads: [parts.head, ...parts.series.map(({ name }) => name)], rows };
}
