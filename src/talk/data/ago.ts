import type { PartialDate } from '../model/dataset.ts';
import { daysBetween, endOf, periodDays, startOf, subtractPeriod } from './date.ts';
import type { Period } from './date.ts';

/** Share of the period by which a row may be older than the date that is looked for. */
const MAX_OLDER = 1 / 2;
/** Share of the period by which a row may be newer: a growth of two years is not that of one. */
const MAX_NEWER = 1 / 4;

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
  let found = -1;
  let least = Infinity;
  for (const [index, date] of dates.entries()) {
    if (date === null || endOf(date) >= startOf(now)) continue;
    const distance = measure(date, target, days);
    if (distance > days * MAX_NEWER || -distance > days * MAX_OLDER) continue;
    const size = Math.abs(distance);
    if (size > least || (size === least && distance > 0)) continue;
    found = index;
    least = size;
  }
  return found;
}

/** Counts the days between two first days, none where one date is part of the other, which is no longer than the period. */
function measure(date: PartialDate, target: PartialDate, days: number): number {
  const isPart = contains(target, date) || (contains(date, target) && lengthOf(date) <= days);
  return isPart ? 0 : daysBetween(target, date);
}

function contains(whole: PartialDate, part: PartialDate): boolean {
  return startOf(whole) <= startOf(part) && endOf(part) <= endOf(whole);
}

function lengthOf(date: PartialDate): number {
  return daysBetween(date, endOf(date));
}
