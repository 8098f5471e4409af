import { formatNumber, type Format, type FormatOptions } from '../../data/value/format.ts';
import { shareDigits } from '../../data/value/precision.ts';
import { parseUnit } from '../../data/value/prefix.ts';
import { pickFormat } from '../chart/chart-view.ts';

/** How the number of a figure is written; an omitted key is absent. */
interface Style {
  unit?: string;
  format?: Format;
}

interface Reading {
  value: number | null;
  exact: boolean;
}

/** Numbers that are farther apart have no precision in common. */
const MAX_RATIO = 1000;
const ZEROS = /(?:\.|(?<=\.\d*[1-9]))0+(?=%?$)/;

/** Picks the format of a number that carries its unit, and the unit: those of bytes and percentages without a unit of the author's. */
export function pickStyle({ unit, format }: Style, ofData: string | null): Style {
  const own = unit === undefined && format === undefined ? pickFormat(ofData) : undefined;
  if (own === undefined || ofData === null) return {};
  return own === 'percent' ? { format: own } : { format: own, unit: ofData };
}

/** Reports whether the number carries its unit, as in 1.5 MiB. */
export function isCarried({ format, unit }: Style): boolean {
  return format === 'compact' && unit !== undefined && parseUnit(unit) !== null;
}

/** Returns the writer of a figure's numbers, which share one precision when all are exact and of a similar size. */
export function openWriter(
  readings: readonly Reading[],
  { format = 'number', unit }: Style,
): (reading: Reading) => string {
  const style: FormatOptions = unit === undefined ? { format } : { format, unit };
  const values = readings.map(({ value }) => value ?? 0);
  const sizes = values.map(Math.abs);
  // Zeros would be claimed of the larger one.
  const isNear = Math.max(...sizes) < Math.min(...sizes) * MAX_RATIO;
  const isExact = readings.every(({ exact }) => exact);
  const digits = isExact && isNear ? shareDigits(values, style) : null;
  return ({ value, exact }) => stripZeros(formatNumber(value ?? 0, { ...style, exact, digits }));
}

/** Removes zeros at the end of a fraction: a number alone claims no digits that its data do not have. */
export function stripZeros(number: string): string {
  return number.replace(ZEROS, '');
}
