import { commonDecimals, decimalsOfStep, exponentOf, TINY } from './digits.ts';
import { formatNumber, HUGE, type Digits, type FormatOptions } from './format.ts';
import { ANY, COUNTS, parseUnit, pickPrefix, type Prefix } from './prefix.ts';

type Style = Pick<FormatOptions, 'format' | 'unit'>;

/** Values of one list may have one prefix up to this ratio. */
const WIDEST = 1000;
/** The smallest step that decimals can show. */
const LEAST = 1e-15;
/** Binary fractions have no more digits. */
const MAX_SIGNIFICANT = 15;
const NONE: Prefix = { factor: 1, sign: '' };
const APART: Digits = { decimals: 0, prefix: NONE };
/** Of more values, short ones may be written alike. */
const FEW = 12;
/** Significant digits of short values that would be written alike with fewer. */
const TOLD = [3, 4, 5, 6];

/** Returns the precision that the numbers of a series or a column share; null when each has its own. */
export function shareDigits(values: readonly number[], style: Style): Digits | null {
  if (style.format !== 'compact') {
    return shareExponent(values) ?? toDigits(commonDecimals(values), NONE);
  }
  const { factor, prefixes } = scalesOf(style);
  const sizes = values.flatMap((value) => (value === 0 ? [] : [Math.abs(value) * factor]));
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  const smallest = sizes.reduce((least, size) => Math.min(least, size), Infinity);
  if (largest === 0) return null;
  const write = (digits: Digits | null): Set<string> =>
    new Set(values.map((value) => formatNumber(value, { ...style, digits })));
  // A few values are read one by one: those that differ are written differently.
  const count = values.length > FEW ? 0 : new Set(values).size;
  const areTold = (digits: Digits | null): boolean => write(digits).size >= count;
  if (largest / smallest >= WIDEST) {
    const choices = [null, ...TOLD.map((significant) => ({ ...APART, significant }))];
    return choices.find(areTold) ?? null;
  }
  const prefix = pickPrefix(largest, prefixes);
  const scaled = values.map((value) => (value * factor) / prefix.factor);
  const least = prefix.sign !== '' && largest / prefix.factor < 10 ? 1 : 0;
  const short = toDigits(commonDecimals(scaled, { least, significant: 2 }), prefix);
  if (!short || areTold(short)) return short;
  const whole = exponentOf(largest / prefix.factor) + 1;
  const longer = TOLD.map((significant) => toDigits(Math.max(0, significant - whole), prefix));
  return longer.find(areTold) ?? short;
}

/** Returns the precision of numbers of which one is so large that it has an exponent; null for others. */
export function shareExponent(values: readonly number[]): Digits | null {
  if (!values.some((value) => Math.abs(value) >= HUGE)) return null;
  const count = new Set(values).size;
  const isDistinct = (digits: number): boolean =>
    new Set(values.map((value) => value.toPrecision(digits))).size === count;
  let exponential = 3;
  while (exponential < MAX_SIGNIFICANT && !isDistinct(exponential)) exponential++;
  return { decimals: 0, prefix: NONE, exponential };
}

/** Returns the precision of the multiples of a step up to a largest number; null when each has its own. */
export function stepDigits(step: number, largest: number, style: Style): Digits | null {
  if (step < TINY && style.format !== 'compact') return null;
  if (style.format !== 'compact') return toDigits(decimalsOfStep(step), NONE);
  const { factor, prefixes } = scalesOf(style);
  const prefix = pickPrefix(largest * factor, prefixes);
  const scaled = (step * factor) / prefix.factor;
  return scaled < LEAST ? null : toDigits(decimalsOfStep(scaled), prefix);
}

/** Returns the significant digits that tell multiples of a step apart, up to a largest number. */
export function stepSignificant(step: number, largest: number): number {
  const wanted = exponentOf(largest) - exponentOf(step) + 2;
  return Math.max(3, Math.min(MAX_SIGNIFICANT, wanted));
}

function scalesOf({ unit }: Style): { factor: number; prefixes: readonly Prefix[] } {
  const parsed = unit ? parseUnit(unit) : null;
  return parsed ?? { factor: 1, prefixes: unit ? COUNTS : ANY };
}

function toDigits(decimals: number | null, prefix: Prefix): Digits | null {
  return decimals === null ? null : { decimals, prefix };
}
