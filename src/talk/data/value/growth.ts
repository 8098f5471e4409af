import { roundComputed } from './digits.ts';
import { formatNumber, roundSignificant, type Format, type FormatOptions } from './format.ts';

const PERCENTAGE = /^(?:%|per ?cent(?:age)?\b)/i;
/** Decimals of percentage points that are not small. */
const POINT_DECIMALS = 2;

/** Rounds a growth in percent as its numbers allow: two significant digits of inexact ones; only 100 becomes 100. */
export function roundGrowth(percent: number, exact: boolean): number {
  const decimals = Math.abs(percent) < 100 ? 1 : 0;
  const rounded = exact ? roundComputed(percent, decimals) : roundSignificant(percent, 2);
  const isReached = Math.abs(percent) < 100 && Math.abs(rounded) >= 100;
  return isReached ? roundComputed(percent, decimals) : rounded;
}

/** Reports whether numbers are percentages, by their unit or format: their differences are percentage points. */
export function isPercentage(unit: string | null | undefined, format?: Format): boolean {
  return format === 'percent' || PERCENTAGE.test(unit ?? '');
}

/** Rounds percentage points: two significant digits of inexact ones, else two decimals, or more for a small one. */
export function roundPoints(points: number, exact: boolean): number {
  return exact ? roundComputed(points, POINT_DECIMALS) : roundSignificant(points, 2);
}

/** Rounds a difference: two significant digits of inexact numbers, else three decimals, or more for a small one. */
export function roundChange(change: number, exact: boolean): number {
  return exact ? roundComputed(change, 3) : roundSignificant(change, 2);
}

/** Formats percentage points: "1 point", "~0.4 points". */
export function formatPoints(points: number, options: Omit<FormatOptions, 'format'>): string {
  const number = formatNumber(points, options);
  return `${number} ${Math.abs(points) === 1 ? 'point' : 'points'}`;
}
