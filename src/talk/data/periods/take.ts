import { QUANTILES, TAKES } from './period-words.ts';

/** A column of a period: what is taken, of which column; null for all rows. */
export interface Taken {
  by: string;
  of: string | null;
}

/** How `take` is written, for messages. */
export const TAKE_FORMS = `one of ${TAKES.join(', ')}, ${QUANTILES} and p1 to p99`;

const WRITTEN = /^([a-z]+|p[1-9]\d?)(?:\s+(\S.*))?$/;
const PERCENTILE = /^p[1-9]\d?$/;
/** A mean may have one digit more than what it is made of. */
const MAX_DECIMALS = 12;
const DERIVED = /^(?:mean|median|p\d+)$/;

/** Parses `sum`, or `sum riders`, whose column is else that of its own name; null for anything else. */
export function parseTake(text: string, column: string | null): Taken | null {
  const [, by = '', of = column] = WRITTEN.exec(text.trim()) ?? [];
  const isKnown = (TAKES as readonly string[]).includes(by) || PERCENTILE.test(by);
  if (!isKnown) return null;
  return { by, of: by === 'count' ? null : of };
}

/** Computes what is taken of values in the order of their dates; null for none. */
export function takeValues(by: string, values: readonly number[]): number | null {
  const value = compute(by, values);
  if (value === null || !Number.isFinite(value)) return null;
  const decimals = values.reduce((most, one) => Math.max(most, countDecimals(one)), 0);
  const digits = DERIVED.test(by) ? decimals + 1 : decimals;
  return digits > MAX_DECIMALS ? value : Number(value.toFixed(digits));
}

function compute(by: string, values: readonly number[]): number | null {
  const [first] = values;
  if (first === undefined) return null;
  switch (by) {
    case 'sum':
      return sum(values);
    case 'mean':
      return sum(values) / values.length;
    case 'first':
      return first;
    case 'last':
      return values.at(-1) ?? null;
    case 'min':
      return values.reduce((least, value) => Math.min(least, value));
    case 'max':
      return values.reduce((most, value) => Math.max(most, value));
    case 'median':
      return quantile(values, 0.5);
    default:
      return quantile(values, Number(by.slice(1)) / 100);
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Interpolates between the two nearest values, as d3 and spreadsheets do. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? 0;
  return low + (high - low) * (place - Math.floor(place));
}

/** Counts the decimals of a number; more than can be kept for one in powers of ten. */
function countDecimals(value: number): number {
  if (Number.isInteger(value)) return 0;
  const text = String(value);
  if (text.includes('e')) return MAX_DECIMALS + 1;
  return text.length - text.indexOf('.') - 1;
}
