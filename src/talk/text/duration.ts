import { plural } from './plural.ts';

/** A unit of time: `min` is minutes, `mo` is months. */
export type Unit = keyof typeof UNITS;

/** A stretch of time as authors and recipes write it: `90s`, `30min`, `6h`, `90d`, `2w`, `6mo`, `1y`. */
export type Interval = `${number}${Unit}`;

/** A stretch of time that was read. */
export interface Duration {
  amount: number;
  unit: Unit;
}

/** How a period that goes back in time is written, for messages. */
export const PERIOD_FORMS = 'a period such as 1y, 6mo, 2w or 90d';

/** How an interval is written, for messages. */
export const INTERVAL_FORMS =
  'an interval is like 30min, 6h, 7d, 2mo or 1y (min: minutes, mo: months)';

const DURATION = /^(\d{1,6})(s|min|m|h|d|w|mo|y)$/;
/** A duration in words: 12 months. */
const SPELLED = /^(\d{1,6}) (second|minute|hour|day|week|month|year)s?$/;
const OLD_UNIT = /(?<=\d\s*)m(?![a-z])/g;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const UNITS = {
  s: { noun: 'second', length: 1000 },
  min: { noun: 'minute', length: MINUTE },
  h: { noun: 'hour', length: 60 * MINUTE },
  d: { noun: 'day', length: DAY },
  w: { noun: 'week', length: 7 * DAY },
  mo: { noun: 'month', length: 30 * DAY },
  y: { noun: 'year', length: 365 * DAY },
};

const UNIT_NAMES = Object.keys(UNITS) as Unit[];

/** Parses one amount with its unit; null when it is none. `m` is read only where the caller knows which unit it means. */
export function parseDuration(text: string, m?: 'min' | 'mo'): Duration | null {
  const [, digits, letters] = DURATION.exec(text) ?? SPELLED.exec(text) ?? [];
  const unit =
    letters === 'm' ? m : UNIT_NAMES.find((one) => [one, UNITS[one].noun].includes(letters ?? ''));
  const amount = Number(digits);
  return unit && amount > 0 ? { amount, unit } : null;
}

/** Returns a duration with its `m` written as the unit it means; null where it has none. */
export function replaceOldUnit(text: string, m: 'min' | 'mo'): string | null {
  const renewed = text.replace(OLD_UNIT, m);
  return renewed === text ? null : renewed;
}

/** Computes the milliseconds of a duration, roughly: years have 365 days, months 30. */
export function durationLength({ amount, unit }: Duration): number {
  return amount * UNITS[unit].length;
}

/** Computes the milliseconds of an interval such as `6h`; null when it is none. */
export function toMilliseconds(interval: string): number | null {
  const duration = parseDuration(interval);
  return duration && durationLength(duration);
}

/** Computes the whole days of an interval, at least one. */
export function toDays(interval: Interval): number {
  return Math.max(1, Math.ceil((toMilliseconds(interval) ?? 0) / DAY));
}

/** Writes a duration in the unit it has: "1 year", "90 days". */
export function printPeriod({ amount, unit }: Duration): string {
  return plural(amount, UNITS[unit].noun);
}

/** Writes a stretch of time in words: "5 minutes", "3 hours", "12 days". */
export function printDuration(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / MINUTE));
  if (milliseconds < MINUTE) return plural(Math.max(1, Math.round(milliseconds / 1000)), 'second');
  if (minutes < 120) return plural(minutes, 'minute');
  if (minutes < 2880) return plural(Math.round(minutes / 60), 'hour');
  return plural(Math.round(minutes / 1440), 'day');
}

/** Writes seconds as authors write the time of a slide or a talk: "45s", "1min 40s", "1h 10min". */
export function printTime(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const parts = [hours && `${hours}h`, minutes && `${minutes}min`, whole % 60 && `${whole % 60}s`];
  return parts.filter(Boolean).join(' ') || '0s';
}
