import type { Cell } from '../../model/dataset.ts';
import { isPartialDate, printDate } from '../date.ts';

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
}

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

/** Formats a number with thin spaces from 10 000 up; "~" marks an inexact one. */
export function formatNumber(
  number: number,
  { format = 'number', exact = true, signed = format === 'signed' }: FormatOptions = {},
): string {
  const size = Math.abs(number);
  const digits = format === 'compact' ? compactDigits(size) : groupDigits(size);
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
  if (format === 'date') return printDate(cell);
  return format === 'month' || format === 'year' ? printDate(cell, format) : null;
}

function groupDigits(size: number): string {
  const [whole = '', fraction] = String(Number(size.toFixed(3))).split('.');
  const grouped = size < 10_000 ? whole : whole.replace(GROUPS, THIN_SPACE);
  return fraction ? `${grouped}.${fraction}` : grouped;
}

function compactDigits(size: number): string {
  if (size < 1000) return groupDigits(Number(size.toPrecision(3)));
  const units = ['k', 'M', 'G'];
  let scaled = size / 1000;
  let unit = 0;
  while (roundCompact(scaled) >= 1000 && unit < units.length - 1) {
    scaled /= 1000;
    unit++;
  }
  return `${roundCompact(scaled)}${units[unit]}`;
}

function roundCompact(scaled: number): number {
  return scaled < 10 ? Number(scaled.toFixed(1)) : Math.round(scaled);
}
