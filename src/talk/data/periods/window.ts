import { type Every } from './period-words.ts';
import type { IsoDate } from '../../model/dataset.ts';
import { parseDuration } from '../../text/duration.ts';
import { clockDay, isPartialDate, parsePeriod, subtractPeriod } from '../date.ts';
import { periodOf, startOfPeriod } from './every.ts';

const UNITS = { s: 86_400, min: 1440, h: 24 } as const;

/** How a window is written, for messages. */
export const WINDOW_FORMS = 'a time such as 24h, 30d, 12mo or 5y';

/** Where a window of time ends. */
export interface WindowEnd {
  asOf: IsoDate;
  /** The time it is, in days of the calendar; null where only the day counts. */
  now: number | null;
  /** The newest date there is. */
  newest: number;
}

/** Reports whether a text says how long a time is shown. */
export function isWindow(text: string): boolean {
  return parsePeriod(text) !== null || isShort(text);
}

/** Reports whether a window moves within a day. */
export function isShort(text: string): boolean {
  return (parseDuration(text)?.unit ?? 'd') in UNITS;
}

/** Returns the first day of a window, with a fraction; with periods, the beginning of the first whole one. */
export function startOfWindow(last: string, end: WindowEnd, every: Every | null): number {
  const start = findStart(last, end);
  if (every === null) return start;
  const period = periodOf(start, every);
  return startOfPeriod(startOfPeriod(period, every) < start ? period + 1 : period, every);
}

function findStart(last: string, { asOf, now, newest }: WindowEnd): number {
  const period = isShort(last) ? null : parsePeriod(last);
  if (period) {
    const before = subtractPeriod(asOf, period);
    // Thousands of years before now there is no date.
    return isPartialDate(before) ? clockDay(before) + 1 : -Infinity;
  }
  const duration = parseDuration(last);
  const perDay = UNITS[(duration?.unit ?? 'h') as keyof typeof UNITS];
  const day = clockDay(asOf);
  // Where only the day counts, a window ends with what is known of it.
  const isOnDay = newest >= day && newest < day + 1;
  const stop = now ?? (isOnDay ? newest : day + 1);
  // A row of just that time before is not within it.
  return stop - (duration?.amount ?? 0) / perDay + 1e-7;
}
