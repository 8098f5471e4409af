import type { ChartView } from '../../../talk/blocks/chart/chart-view.ts';
import { decimalsOfStep, TINY } from '../../../talk/data/value/digits.ts';
import { formatNumber, type Format } from '../../../talk/data/value/format.ts';
import { shareExponent, stepDigits } from '../../../talk/data/value/precision.ts';
import { listRound, roundStep } from '../../../talk/data/value/round-values.ts';
import { findPowers } from './log-ticks.ts';
import { isBinary, parseUnit } from '../../../talk/data/value/prefix.ts';

/** A tick of the value axis. */
export interface Tick {
  value: number;
  label: string;
}

/** How many ticks are asked for; there may be twice as many. */
const COUNT = 3;
const MAX_POWERS = 8;
/** The usual distance of ticks, the height of an axis that has the usual number of them, and their least distance. */
const TICK_HEIGHT = 26;
const USUAL_HEIGHT = 260;
const MIN_DISTANCE = 22;
/** From this size on, ticks are short. */
const LONG = 10_000;
/** Numbers that differ by a smaller part differ in their last digits alone. */
const NARROW = 1e-4;
/** A number has no more significant digits. */
const ALL_DIGITS = 15;
/** From this size down, ticks have exponents where one of them needs it. */
const SMALL = 1e-3;

/**
 * Picks a few round values for an axis, up to the largest value of the view, with one precision. Steps are 1, 2 or 5
 * times a power of ten, or powers of two where a unit counts in them. The height of the plot limits their number.
 */
export function pickTicks(view: ChartView, height = USUAL_HEIGHT): Tick[] {
  const most = Math.max(2, Math.floor(height / TICK_HEIGHT));
  const values = findLinear(view, most);
  if (view.scale === 'log') {
    const powers = findPowers(view, {
      isBinary: isBinary(view.unit),
      most: Math.min(most, MAX_POWERS),
    });
    // Within a few times its lowest value, an axis has hardly any powers.
    const isShort = powers.length < values.length && powers.length <= COUNT;
    if (!isShort || !areApart(values, view, height)) {
      return keepApart(writeEach(powers, view), view, height);
    }
  }
  const step = (values[1] ?? 0) - (values[0] ?? 0);
  const largest = Math.max(...values.map(Math.abs));
  const { sign, ...style } = pickTickStyle(view);
  const isCompact = style.format === 'compact';
  const huge = isCompact ? null : shareExponent(values);
  const digits = huge ?? (step > 0 ? stepDigits(step, largest, style) : null);
  const least = leastOf(step > 0 ? step : largest);
  const all = values.map((value) => ({
    value,
    label: formatNumber(value, { ...style, digits, least }) + sign,
  }));
  return keepApart(all, view, height);
}

/** Keeps only the uppermost tick where two are too near each other in a plot of some height. */
function keepApart(axis: Tick[], view: ChartView, height: number): Tick[] {
  const values = axis.map(({ value }) => value);
  return areApart(values, view, height) ? axis : axis.slice(-1);
}

function areApart(
  values: readonly number[],
  { scale, min, max }: ChartView,
  height: number,
): boolean {
  const toPlace = scale === 'log' ? Math.log : (value: number): number => value;
  const places = values.map(toPlace);
  const span = Math.max(toPlace(max), ...places) - Math.min(toPlace(min), ...places);
  return places.every(
    (place, index) => height * (place - (places[index - 1] ?? -Infinity)) >= MIN_DISTANCE * span,
  );
}

/** Writes ticks that are too far apart to share a precision. */
function writeEach(values: readonly number[], view: ChartView): Tick[] {
  const { sign, ...own } = pickTickStyle(view);
  const digits = own.format === 'compact' ? null : shareExponent(values);
  const style = { ...own, digits, least: leastOf(Math.min(...values)) };
  return values.map((value) => ({ value, label: formatNumber(value, style) + sign }));
}

/** Returns the size below which ticks have exponents: those beside one that needs it have one as well. */
function leastOf(smallest: number): number {
  return smallest < TINY ? SMALL : TINY;
}

/** Picks the format of ticks, and the sign behind each: percentages with many digits are short, too. */
function pickTickStyle(view: ChartView): { format: Format; unit: string | null; sign: string } {
  const format = pickFormat(view);
  if (format !== 'percent' || Math.max(view.max, -view.min) < LONG) {
    return { format, unit: view.unit, sign: '' };
  }
  return { format: pickFormat({ ...view, format: undefined, unit: null }), unit: null, sign: '%' };
}

/** Picks the format of ticks: the author's, or a short one for long numbers. */
export function pickFormat({ format, max, min, unit }: ChartView): Format {
  if (format) return format;
  const size = Math.max(Math.abs(max), Math.abs(min));
  // There are no prefixes for numbers that have an exponent.
  if (shareExponent([size])) return 'number';
  if (areNear(min, max)) return 'number';
  const parsed = unit === null ? null : parseUnit(unit);
  // A prefix of the unit's own, as in ms, is not to be multiplied by another.
  return size >= LONG && (!parsed || parsed.factor === 1) ? 'compact' : 'number';
}

/** Reports whether all numbers between two differ in their last digits alone, so that short ones would be long. */
export function areNear(low: number, high: number): boolean {
  return high - low < Math.max(Math.abs(low), Math.abs(high)) * NARROW;
}

/** Reports whether each number carries the unit of a view, as in 1.5 MiB. */
export function isCarried({ unit, format }: ChartView): boolean {
  return format === 'compact' && unit !== null && parseUnit(unit) !== null;
}

/** Writes the start of an axis with all its digits; null for an axis that includes zero. */
export function printStart(view: ChartView): string | null {
  const { min, max, scale } = view;
  if (min <= 0 && max >= 0) return null;
  return `${scale === 'log' ? 'logarithmic axis' : 'axis'} starts at ${writeStart(view)}`;
}

function writeStart(view: ChartView): string {
  const { min, format, unit } = view;
  const isExact = isCarried(view) && isBinary(unit) && Number.isInteger(Math.log2(Math.abs(min)));
  if (isExact) return formatNumber(min, { format: 'compact', unit });
  const size = Math.abs(min);
  const digits = { decimals: decimalsOfStep(size), prefix: { factor: 1, sign: '' } };
  const precision = size < TINY ? { significant: ALL_DIGITS } : { digits };
  const kind = format === 'percent' ? format : 'number';
  return `${formatNumber(min, { format: kind, ...precision })}${isCarried(view) ? ` ${unit}` : ''}`;
}

/** Finds as many round values as there is room for. */
function findLinear(view: ChartView, most: number): number[] {
  const find = isBinary(view.unit) ? findBinary : findDecimal;
  const choices = Array.from({ length: COUNT }, (_, index) => find(view, COUNT - index));
  return choices.find(({ length }) => length <= most) ?? choices.at(-1) ?? [];
}

type Ends = Pick<ChartView, 'min' | 'max'>;

function findDecimal({ min, max }: Ends, count: number): number[] {
  const values = listRound(min, max, count);
  const step = roundStep(min, max, count);
  return step > 0 ? extend(values, step, max) : values;
}

function findBinary({ min, max }: Ends, count: number): number[] {
  // There are no parts of a byte in powers of two.
  if (max - min < COUNT) return findDecimal({ min, max }, count);
  const step = 2 ** Math.ceil(Math.log2((max - min) / (count + 1)));
  const values: number[] = [];
  for (let tick = Math.ceil(min / step) * step; tick <= max; tick += step) values.push(tick);
  return extend(values, step, max);
}

/** Adds a tick above the largest value. */
function extend(values: number[], step: number, max: number): number[] {
  const last = values.at(-1) ?? max;
  return last < max ? [...values, last + step] : values;
}
