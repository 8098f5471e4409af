import type { Cell } from '../../model/dataset.ts';
import { isPartialDate, printDate } from '../date.ts';
import { decimalsOf, roundComputed, TINY } from './digits.ts';
import { ANY, COUNTS, parseUnit, pickPrefix, type Prefix } from './prefix.ts';

/** The formats of values. */
export const FORMATS = [
  'number',
  'compact',
  'percent',
  'signed',
  'date',
  'month',
  'year',
  'text',
] as const;

/** One of `FORMATS`. */
export type Format = (typeof FORMATS)[number];

/** Options for formatting a value; the format defaults to one that suits it. */
export interface FormatOptions {
  format?: Format;
  /** False writes "~" before a number; defaults to true. */
  exact?: boolean;
  /** Writes "+" before a positive number; defaults to false. */
  signed?: boolean;
  /** Unit of the number, which decides its prefixes in `compact`; null or absent when there is none. */
  unit?: string | null;
  /** The precision that it shares with other numbers; null or absent for its own. */
  digits?: Digits | null;
  /** Significant digits of a number that shares no precision with others; defaults to 3. */
  significant?: number;
  /** Smaller numbers that share no precision with others have an exponent; defaults to 1e-9. */
  least?: number;
}

/** The precision of several numbers. */
export interface Digits {
  decimals: number;
  /** The prefix in `compact`. */
  prefix: Prefix;
  /** Significant digits of numbers from 10 000 up where these are written with an exponent; absent where they are not. */
  exponential?: number;
  /** Significant digits of numbers in `compact` that each have a prefix of their own; absent where they share one. */
  significant?: number;
}

/** Numbers from here on, of which not all digits are known, are written with an exponent. */
export const HUGE = 1e15;
/** Smaller numbers are never grouped, and have no exponent beside others that have one. */
const LONG = 10_000;
/** With more decimals, zero is written without them: they say nothing, and have to be counted. */
const ZERO_DECIMALS = 2;
const GROUPS = /\B(?=(\d{3})+$)/g;
const THIN_SPACE = '\u202f';
const MINUS = '\u2212';

/** Reports whether a text names a format. */
export function isFormat(name: string): name is Format {
  return (FORMATS as readonly string[]).includes(name);
}

/** Formats a cell; null when the format does not suit it or it has no text (null, objects). */
export function formatCell(cell: Cell, options: FormatOptions = {}): string | null {
  if (typeof cell === 'number') return formatNumericCell(cell, options);
  if (typeof cell === 'string') return formatText(cell, options.format);
  if (options.format && options.format !== 'text') return null;
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (!Array.isArray(cell)) return null;
  const parts = cell.map((part) => formatCell(part));
  return parts.includes(null) ? null : parts.join(', ');
}

/**
 * Formats a number with thin spaces from 10 000 up; "~" marks an inexact one. Only zero is written as zero, and only
 * 100 as 100.
 */
export function formatNumber(number: number, options: FormatOptions = {}): string {
  const { format = 'number', exact = true, signed = format === 'signed' } = options;
  const size = Math.abs(number);
  const digits = format === 'compact' ? compactDigits(size, options) : plainDigits(size, options);
  const sign = number < 0 ? MINUS : signed && number > 0 ? '+' : '';
  return `${exact ? '' : '~'}${sign}${digits}${format === 'percent' ? '%' : ''}`;
}

/** Rounds to a number of significant digits. */
export function roundSignificant(number: number, digits: number): number {
  return Number(number.toPrecision(digits));
}

function formatNumericCell(cell: number, options: FormatOptions): string | null {
  const { format } = options;
  if (format === 'date' || format === 'month') return null;
  if (format === 'year' || format === 'text') return String(cell);
  return formatNumber(cell, options);
}

function formatText(cell: string, format: Format | undefined): string | null {
  if (format === 'text') return cell;
  const isDate = isPartialDate(cell);
  if (format === undefined) return isDate ? printDate(cell) : cell;
  if (!isDate) return null;
  if (format === 'date') return printDate(cell, 'day');
  return format === 'month' || format === 'year' ? printDate(cell, format) : null;
}

function plainDigits(size: number, { digits, significant, least }: FormatOptions): string {
  const exponential = digits?.exponential;
  if (exponential !== undefined && size >= LONG) return writeExponent(size, exponential);
  const isAlone = !digits || exponential !== undefined;
  return isAlone ? writeAlone(size, significant, least) : groupDigits(size, digits.decimals);
}

function writeAlone(size: number, significant = 3, least = TINY): string {
  if (size >= HUGE || (size < least && size > 0)) {
    return writeExponent(size, significant);
  }
  return groupDigits(size, decimalsOf(size, significant));
}

function writeExponent(size: number, significant: number): string {
  const rounded = Number(size.toPrecision(significant));
  return rounded.toExponential().replace('+', '').replace('-', MINUS);
}

function groupDigits(size: number, decimals: number): string {
  if (size === 0 && decimals > ZERO_DECIMALS) return '0';
  const text = size.toFixed(decimals);
  if (size < LONG) return text;
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(GROUPS, THIN_SPACE);
  return fraction ? `${grouped}.${fraction}` : grouped;
}

function compactDigits(size: number, { unit, digits }: FormatOptions): string {
  const parsed = unit ? parseUnit(unit) : null;
  const whole = size * (parsed?.factor ?? 1);
  const prefixes = parsed?.prefixes ?? (unit ? COUNTS : ANY);
  const significant = digits?.significant;
  const isShared = digits && significant === undefined;
  const prefix = isShared ? digits.prefix : pickRounded(whole, prefixes);
  const scaled = whole / prefix.factor;
  if (scaled === 0 && prefix.sign !== '') return '0';
  const text = isShared
    ? groupDigits(scaled, digits.decimals)
    : writeAlone(
        significant === undefined
          ? roundScaled(scaled, prefix)
          : roundSignificant(scaled, significant),
      );
  return parsed ? `${text}${THIN_SPACE}${prefix.sign}${parsed.base}` : `${text}${prefix.sign}`;
}

/** Picks the prefix of a size as rounded: 999 999 is 1M, not 1000k. */
function pickRounded(size: number, prefixes: readonly Prefix[]): Prefix {
  const prefix = pickPrefix(size, prefixes);
  if (prefix.sign === '') return prefix;
  return pickPrefix(roundScaled(size / prefix.factor, prefix) * prefix.factor, prefixes);
}

function roundScaled(scaled: number, { sign }: Prefix): number {
  if (sign === '') return roundComputed(scaled, 0, 3);
  if (scaled < 0.9) return roundComputed(scaled, 1);
  return scaled < 10 ? Number(scaled.toFixed(1)) : Math.round(scaled);
}
