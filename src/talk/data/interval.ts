import type { Interval } from './update/refresh-context.ts';

const INTERVAL = /^(\d+)(min|h|d|m|y)$/;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const UNITS: Record<string, number> = {
  min: MINUTE,
  h: 60 * MINUTE,
  d: DAY,
  m: 30 * DAY,
  y: 365 * DAY,
};

/** Milliseconds of an interval such as `6h`; null when it is none. */
export function toMilliseconds(interval: Interval | string): number | null {
  const parts = INTERVAL.exec(interval);
  const unit = UNITS[parts?.[2] ?? ''];
  return unit === undefined ? null : Number(parts?.[1]) * unit;
}

/** Whole days of an interval, at least one. */
export function toDays(interval: Interval): number {
  return Math.max(1, Math.ceil((toMilliseconds(interval) ?? 0) / DAY));
}

/** Writes a stretch of time in words: "5 minutes", "3 hours", "12 days". */
export function printDuration(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / MINUTE));
  if (milliseconds < MINUTE) return count(Math.max(1, Math.round(milliseconds / 1000)), 'second');
  if (minutes < 120) return count(minutes, 'minute');
  if (minutes < 2880) return count(Math.round(minutes / 60), 'hour');
  return count(Math.round(minutes / 1440), 'day');
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
