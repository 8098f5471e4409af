import { formatNumber, type Digits, type FormatOptions } from '../../data/value/format.ts';
import { shareDigits, shareExponent } from '../../data/value/precision.ts';
import type { Reading } from './chart-rows.ts';
import type { ChartSpec } from './chart-spec.ts';

/** A line, or the bars of one colour. */
export interface ChartSeries {
  key: string;
  name: string;
  /** Colour 1 to 12, or one of `GREYS`. */
  tone: number;
  /** One point for each place, in the same order. */
  points: ChartPoint[];
}

/** One value; null where there is no data. */
export interface ChartPoint {
  value: number | null;
  exact: boolean;
  /** The value as written, with its "~"; "no data" for null. */
  label: string;
  /** Colour 1 to 12, or one of `GREYS`. */
  tone: number;
  /** False until its step. */
  isShown: boolean;
  /** The earlier value it is compared with; null for none. */
  past: PastValue | null;
  /** The ends of a range around the value; absent in other kinds and where one end is unknown. */
  range?: ValueRange;
}

/** The lowest and highest value of a range. */
export interface ValueRange {
  low: number;
  high: number;
  lowLabel: string;
  highLabel: string;
  /** Whether the value of the point is one of the data, and not the middle of the range. */
  hasMiddle: boolean;
}

/** An earlier value for comparison. */
export interface PastValue {
  value: number;
  exact: boolean;
  label: string;
  /** Date of the value in words; empty when it has none. */
  date: string;
  /** Growth since then: "up 17%"; null where it cannot be computed. */
  change: string | null;
}

/** How the numbers of a chart are written. */
export interface NumberStyle {
  exact: FormatOptions;
  inexact: FormatOptions;
}

type Style = Pick<FormatOptions, 'format' | 'unit'>;

/** Values on a logarithmic axis whose ratio is smaller have one precision. */
const NEAR = 10;

/** Returns how the numbers of a chart are written: with one precision for all that are exact. */
export function pickStyle(
  readings: readonly Reading[],
  { format = 'number', scale }: ChartSpec,
  unit: string | null,
): NumberStyle {
  const values = readings.flatMap(({ value, exact }) => (exact && value !== null ? value : []));
  const digits = (scale === 'log' ? shareOnLog : shareDigits)(values, { format, unit });
  // An inexact number would claim digits that it does not have.
  const inexact = digits?.exponential === undefined ? null : digits;
  return {
    exact: { format, unit, digits },
    inexact: { format, unit, exact: false, digits: inexact },
  };
}

/** On a logarithmic axis, most values are too far apart to share decimals. */
function shareOnLog(values: readonly number[], style: Style): Digits | null {
  const sizes = values.map(Math.abs);
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  const smallest = sizes.reduce((least, size) => Math.min(least, size), Infinity);
  if (largest < smallest * NEAR) return shareDigits(values, style);
  return style.format === 'compact' ? null : shareExponent(values);
}

/** Writes a number of a series. */
export function writeNumber(value: number, exact: boolean, style: NumberStyle): string {
  return formatNumber(value, exact ? style.exact : style.inexact);
}
