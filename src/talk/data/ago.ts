import type { PartialDate } from '../model/dataset.ts';
import {
  clockDay,
  compareDates,
  daysBetween,
  endOf,
  instantOf,
  isTimed,
  periodDays,
  startOf,
  subtractPeriod,
} from './date.ts';
import type { Period } from './date.ts';

/** Share of the period by which a row may be older than the date that is looked for. */
const MAX_OLDER = 1 / 2;
/** Share of the period by which a row may be newer: a growth of two years is not that of one. */
const MAX_NEWER = 1 / 4;
const DAY = 86_400_000;

/**
 * Finds the date nearest to one period before another; -1 for none within the tolerance. Of equally near dates the
 * earlier one is taken, of those within the month or year that is looked for the last one.
 */
export function findNearest(
  dates: readonly (PartialDate | null)[],
  now: PartialDate,
  period: Period,
): number {
  const target = subtractPeriod(now, period);
  const days = periodDays(period);
  // Hours are counted, and days go from one time by the clock to the same one.
  const isCounted = period.unit === 'h' || period.unit === 'min';
  const dayOf = isCounted ? (date: PartialDate): number => instantOf(date) / DAY : clockDay;
  let found = -1;
  let least = Infinity;
  for (const [index, date] of dates.entries()) {
    if (date === null || !isBefore(date, now)) continue;
    const isPart = contains(target, date) || (contains(date, target) && lengthOf(date) <= days);
    const distance = isPart ? 0 : dayOf(date) - dayOf(target);
    if (distance > days * MAX_NEWER || -distance > days * MAX_OLDER) continue;
    const size = Math.abs(distance);
    if (size > least || (size === least && distance > 0)) continue;
    found = index;
    least = size;
  }
  return found;
}

function isBefore(date: PartialDate, now: PartialDate): boolean {
  return isTimed(date) && isTimed(now) ? compareDates(date, now) < 0 : endOf(date) < startOf(now);
}

/** A time of day contains nothing. */
function contains(whole: PartialDate, part: PartialDate): boolean {
  return !isTimed(whole) && startOf(whole) <= startOf(part) && endOf(part) <= endOf(whole);
}

/** Counts the days of a date but one; a single day is longer than hours. */
function lengthOf(date: PartialDate): number {
  return Math.max(1, daysBetween(date, endOf(date)));
}
