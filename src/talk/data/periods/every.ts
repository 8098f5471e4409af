import { EVERY, type Every } from './period-words.ts';
import { clockDay, isPartialDate, precisionOf } from '../date.ts';
import type { Row } from '../../model/dataset.ts';

/** A date of a row: days since 1970, with a fraction for the time by its clock, and the last day of what it stands for. */
export interface RowDate {
  day: number;
  /** Equal to `day` for a moment. */
  last: number;
  /** The shortest period that it says. */
  finest: Every;
}

/** A row and its date. */
export interface DatedRow {
  row: Row;
  date: RowDate;
}

const DAY = 86_400_000;
/** 1970 began on a Thursday; weeks begin on Monday. */
const MONDAY = 3;
const HOURS = 24;
const FINEST = { year: 'year', month: 'month', day: 'day', time: 'hour' } as const;

/** Reads the date of a row, perhaps with a time; null for anything else. */
export function readRowDate(text: unknown): RowDate | null {
  if (!isPartialDate(text)) return null;
  const day = clockDay(text);
  const finest = FINEST[precisionOf(text)];
  const isWhole = finest === 'year' || finest === 'month';
  return {
    day,
    last: isWhole ? startOfPeriod(periodOf(day, finest) + 1, finest) - 1 : day,
    finest,
  };
}

/** Reports whether a date says in which period it is. */
export function isWithin({ finest }: RowDate, every: Every): boolean {
  // A month can begin and end within weeks.
  if (finest === 'month' && every === 'week') return false;
  return EVERY.indexOf(finest) <= EVERY.indexOf(every);
}

/** Returns the number of the period that contains a day; the next period has the next number. */
export function periodOf(day: number, every: Every): number {
  if (every === 'hour') return Math.floor(day * HOURS + 1e-6);
  const whole = Math.floor(day);
  if (every === 'day') return whole;
  if (every === 'week') return Math.floor((whole + MONDAY) / 7);
  const date = new Date(whole * DAY);
  const year = date.getUTCFullYear();
  if (every === 'year') return year;
  const month = year * 12 + date.getUTCMonth();
  return every === 'month' ? month : Math.floor(month / 3);
}

/** Returns the first day of a period, with a fraction for hours. */
export function startOfPeriod(period: number, every: Every): number {
  if (every === 'hour') return period / HOURS;
  if (every === 'day') return period;
  if (every === 'week') return period * 7 - MONDAY;
  const months = every === 'year' ? period * 12 : every === 'quarter' ? period * 3 : period;
  return Date.UTC(Math.floor(months / 12), months % 12) / DAY;
}

/** Returns the date of a period as rows have it: `2026`, `2026-03`, the Monday of a week, `2026-03-01T14:00`. */
export function keyOfPeriod(period: number, every: Every): string {
  // Half a minute keeps an hour from being rounded down.
  const iso = new Date(startOfPeriod(period, every) * DAY + 30_000).toISOString();
  if (every === 'hour') return `${iso.slice(0, 13)}:00`;
  const length = every === 'year' ? 4 : every === 'month' || every === 'quarter' ? 7 : 10;
  return iso.slice(0, length);
}
