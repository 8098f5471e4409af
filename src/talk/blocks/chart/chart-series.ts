import { formatNumber, type Digits, type FormatOptions } from '../../data/value/format.ts';
import { shareDigits, shareExponent } from '../../data/value/precision.ts';
import type { Reading } from './chart-rows.ts';
import type { ChartSpec } from './chart-spec.ts';

/** A line, or the bars of one colour. */
export interface ChartSeries {
  key: string;
  name: string;
  /** Colour 1 to 12, or 0 for the muted one. */
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
  /** Colour 1 to 12, or 0 for the muted one. */
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

/** How the numbers of a series are written. */
export interface NumberStyle {
  exact: FormatOptions;
  inexact: FormatOptions;
}

/** Returns how the numbers of a series are written: with one precision for all that are exact. */
export function pickStyle(
  found: Map<string, Reading[]> | undefined,
  { format = 'number', scale }: ChartSpec,
  unit: string | null,
): NumberStyle {
  const values: number[] = [];
  for (const readings of found?.values() ?? []) {
    for (const { value, exact } of readings) if (value !== null && exact) values.push(value);
  }
  const digits =
    scale === 'log' ? shareOnLog(values, format) : shareDigits(values, { format, unit });
  // An inexact number would claim digits that it does not have.
  const inexact = digits?.exponential === undefined ? null : digits;
  return {
    exact: { format, unit, digits },
    inexact: { format, unit, exact: false, digits: inexact },
  };
}

/** On a logarithmic axis, values are too far apart to share decimals. */
function shareOnLog(values: readonly number[], format: FormatOptions['format']): Digits | null {
  return format === 'compact' ? null : shareExponent(values);
}

/** Writes a number of a series. */
export function writeNumber(value: number, exact: boolean, style: NumberStyle): string {
  return formatNumber(value, exact ? style.exact : style.inexact);
}
