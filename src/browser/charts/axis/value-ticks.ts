import { ticks, tickStep } from 'd3-array';
import type { ChartView } from '../../../talk/blocks/chart/chart-view.ts';
import { decimalsOfStep } from '../../../talk/data/value/digits.ts';
import { formatNumber, type Format } from '../../../talk/data/value/format.ts';
import { stepDigits } from '../../../talk/data/value/precision.ts';
import { isBinary, parseUnit } from '../../../talk/data/value/prefix.ts';

/** A tick of the value axis. */
export interface Tick {
  value: number;
  label: string;
}

const MOST_TICKS = 3;
/** From this size on, ticks are short. */
const LONG = 10_000;
const NARROW = 1e-4;

/**
 * Picks a few round values for an axis, up to the largest value of the view, with one precision. Steps are 1, 2 or 5
 * times a power of ten, or powers of two where a unit counts in them.
 */
export function pickTicks(view: ChartView): Tick[] {
  const values = isBinary(view.unit) ? findBinary(view) : findDecimal(view);
  const step = (values[1] ?? 0) - (values[0] ?? 0);
  const largest = Math.max(...values.map(Math.abs));
  const style = { format: pickFormat(view), unit: view.unit };
  const digits = step > 0 ? stepDigits(step, largest, style) : null;
  return values.map((value) => ({ value, label: formatNumber(value, { ...style, digits }) }));
}

/** Picks the format of ticks: the author's, or a short one for long numbers. */
export function pickFormat({ format, max, min, unit }: ChartView): Format {
  if (format) return format;
  const size = Math.max(Math.abs(max), Math.abs(min));
  // Numbers that differ in their last digits are not short.
  if (max - min < size * NARROW) return 'number';
  const parsed = unit === null ? null : parseUnit(unit);
  // A prefix of the unit's own, as in ms, is not to be multiplied by another.
  return size >= LONG && (!parsed || parsed.factor === 1) ? 'compact' : 'number';
}

/** Reports whether each number carries the unit of a view, as in 1.5 MiB. */
export function isCarried({ unit, format }: ChartView): boolean {
  return format === 'compact' && unit !== null && parseUnit(unit) !== null;
}

/** Writes the start of an axis with all its digits; null for an axis that includes zero. */
export function printStart(view: ChartView): string | null {
  const { min, max, format } = view;
  if (min <= 0 && max >= 0) return null;
  const digits = { decimals: decimalsOfStep(Math.abs(min)), prefix: { factor: 1, sign: '' } };
  const kind = format === 'percent' ? format : 'number';
  const unit = isCarried(view) ? ` ${view.unit}` : '';
  return `axis starts at ${formatNumber(min, { format: kind, digits })}${unit}`;
}

function findDecimal({ min, max }: ChartView): number[] {
  const values = ticks(min, max, MOST_TICKS);
  const step = tickStep(min, max, MOST_TICKS);
  return step > 0 ? extend(values, step, max) : values;
}

function findBinary({ min, max }: ChartView): number[] {
  if (max - min < MOST_TICKS) return findDecimal({ min, max } as ChartView);
  const step = 2 ** Math.ceil(Math.log2((max - min) / (MOST_TICKS + 1)));
  const values: number[] = [];
  for (let tick = Math.ceil(min / step) * step; tick <= max; tick += step) values.push(tick);
  return extend(values, step, max);
}

/** Adds a tick above the largest value. */
function extend(values: number[], step: number, max: number): number[] {
  const last = values.at(-1) ?? max;
  return last < max ? [...values, last + step] : values;
}
