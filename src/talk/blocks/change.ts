import type { PartialDate } from '../model/dataset.ts';
import { findNearest } from '../data/ago.ts';
import { parsePeriod } from '../data/date.ts';
import { formatNumber, roundSignificant } from '../data/value/format.ts';
import { formatPoints, roundChange, roundGrowth, roundPoints } from '../data/value/growth.ts';

interface Figure {
  value: number | null;
  exact: boolean;
}

interface Dated {
  value: number | null;
  date: PartialDate | null;
}

/** From this growth on, in percent, a factor says more. */
const MANY_TIMES = 1000;

/**
 * Formats the growth between two figures: "up ~17%", "up 50-fold" from ten times on, "up from 0". Beside a figure below zero
 * it is the difference, "up 0.0007", and that of percentages is in points: "up 0.37 points". Null when there is none to report.
 */
export function printChange(then: Figure, now: Figure, isPercentage = false): string | null {
  if (then.value === null || now.value === null) return null;
  if (then.value === now.value) return 'unchanged';
  const direction = now.value > then.value ? 'up' : 'down';
  const exact = then.exact && now.exact;
  if (isPercentage) {
    const points = Math.abs(roundPoints(now.value - then.value, exact));
    return `${direction} ${formatPoints(points, { exact })}`;
  }
  if (then.value === 0) return `${direction} from 0`;
  if (then.value < 0 || now.value < 0) {
    const change = Math.abs(roundChange(now.value - then.value, exact));
    return `${direction} ${formatNumber(change, { exact })}`;
  }
  const raw = ((now.value - then.value) / then.value) * 100;
  if (raw >= MANY_TIMES) return `up ${printFactor(now.value / then.value, exact)}`;
  const percent = Math.abs(roundGrowth(raw, exact));
  return `${direction} ${formatNumber(percent, { format: 'percent', exact })}`;
}

function printFactor(factor: number, exact: boolean): string {
  if (!Number.isFinite(factor)) return 'many times';
  const digits = exact ? 3 : 2;
  return `${formatNumber(roundSignificant(factor, digits), { exact })}-fold`;
}

/** Finds the figure nearest to one period before a date, within its tolerance; -1 for none. */
export function findAgo(figures: readonly Dated[], now: PartialDate | null, ago: string): number {
  const period = parsePeriod(ago);
  if (!period || now === null) return -1;
  const dates = figures.map(({ value, date }) => (value === null ? null : date));
  return findNearest(dates, now, period);
}
