import type { IsoDate, PartialDate } from '../model/dataset.ts';
import { durationLength, parseDuration, type Duration } from '../text/duration.ts';
import { parseMoment } from '../text/time/moment.ts';

/** A stretch of time, as authors write it to go back: `1y`, `6mo`, `2w`, `90d`, `6h`, `30min`. */
export interface Period extends Duration {
  unit: 'y' | 'mo' | 'w' | 'd' | 'h' | 'min';
}

/** Precision of a date. */
export type Precision = 'year' | 'month' | 'day' | 'time';

const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
/** Letters of a full date; what is longer has a time of day. */
const FULL = 10;
/** Letters of a full date with hours and minutes. */
const MINUTES_END = 16;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const SHORTEST_MONTH = 28;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Reports whether a text is a real `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or a date with a time of day. */
export function isPartialDate(text: unknown): text is PartialDate {
  if (typeof text !== 'string') return false;
  if (text.length > FULL) return parseMoment(text) !== null;
  const parts = PARTIAL_DATE.exec(text);
  if (!parts) return false;
  const month = Number(parts[2] ?? 1);
  const day = Number(parts[3] ?? 1);
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= SHORTEST_MONTH || day <= daysInMonth(Number(parts[1]), month);
}

/** Reports whether a text is a real `YYYY-MM-DD`. */
export function isIsoDate(text: unknown): text is IsoDate {
  return isPartialDate(text) && text.length === FULL;
}

/** Reports whether a date has a time of day. */
export function isTimed(date: PartialDate): boolean {
  return date.length > FULL;
}

/** Returns the precision of a date. */
export function precisionOf(date: PartialDate): Precision {
  if (date.length === 4) return 'year';
  if (isTimed(date)) return 'time';
  return date.length === 7 ? 'month' : 'day';
}

/** Returns the first day of a partial date, or the day of a time as its own clock says it. */
export function startOf(date: PartialDate): IsoDate {
  return isTimed(date) ? date.slice(0, FULL) : date + '-01-01'.slice(date.length - 4);
}

/** Returns the last day of a partial date. */
export function endOf(date: PartialDate): IsoDate {
  if (date.length >= FULL) return date.slice(0, FULL);
  const month = date.length === 4 ? `${date}-12` : date;
  return `${month}-${pad(daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5))))}`;
}

/** Reports whether a date is the last day of its month. */
export function isMonthEnd(date: PartialDate): boolean {
  return date.length === FULL && endOf(date.slice(0, 7)) === date;
}

/** Orders two partial dates by their first day, the less precise first; times of a day by when they were. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  const [startA, startB] = [startOf(a), startOf(b)];
  if (startA !== startB) return startA < startB ? -1 : 1;
  return isTimed(a) && isTimed(b) ? instantOf(a) - instantOf(b) : a.length - b.length;
}

/** Returns when a date begins, in milliseconds since 1970; without an offset it counts as UTC. */
export function instantOf(date: PartialDate): number {
  const { offset } = parseMoment(date) ?? {};
  return clockOf(date) - (offset ?? 0) * MINUTE;
}

/** Returns the days from 1970 to a date, with a fraction for what the clock says where it has a time. */
export function clockDay(date: PartialDate): number {
  return clockOf(date) / DAY;
}

function clockOf(date: PartialDate): number {
  return parseMoment(date)?.clock ?? toTime(startOf(date));
}

/** Reports whether a fact with this date was known on a day; a month or year counts from its first day. */
export function isKnown(date: PartialDate, asOf: IsoDate): boolean {
  return startOf(date) <= asOf;
}

/** Counts the days from one date's first day to another's; negative when the second is earlier. */
export function daysBetween(from: PartialDate, to: PartialDate): number {
  return Math.round((toTime(startOf(to)) - toTime(startOf(from))) / DAY);
}

/** Returns how old a date is in milliseconds: since its time, else since its last day, up to the day it is. */
export function ageOf(date: PartialDate, { today, now }: { today: IsoDate; now: number }): number {
  return isTimed(date) ? now - instantOf(date) : daysBetween(endOf(date), today) * DAY;
}

/** Moves a date by days; the result is a full date. */
export function addDays(date: PartialDate, days: number): IsoDate {
  return new Date(toTime(startOf(date)) + days * DAY).toISOString().slice(0, 10);
}

/** Parses `1y`, `6mo`, `2w` or `90d`; null when it is none. The old `6m` is months as well. */
export function parsePeriod(text: string): Period | null {
  const duration = parseDuration(text, 'mo');
  return duration && isPeriod(duration) ? duration : null;
}

function isPeriod(duration: Duration): duration is Period {
  return duration.amount < 10_000 && duration.unit !== 's';
}

/** Subtracts a period; a date keeps its precision unless the period is finer, and a time what its clock says. */
export function subtractPeriod(date: PartialDate, period: Period): PartialDate {
  const { amount, unit } = period;
  if (unit === 'h' || unit === 'min') return subtractTime(date, durationLength(period));
  if (isTimed(date)) return subtractPeriod(startOf(date), period) + date.slice(FULL);
  if (unit === 'd' || unit === 'w') return addDays(date, unit === 'w' ? -7 * amount : -amount);
  const year = Number(date.slice(0, 4));
  if (unit === 'y' && date.length === 4) return padYear(year - amount);
  const months = year * 12 + Number(date.slice(5, 7) || 1) - 1 - amount * (unit === 'y' ? 12 : 1);
  const month = (months % 12) + 1;
  const moved = `${padYear(Math.floor(months / 12))}-${pad(month)}`;
  if (date.length < FULL) return moved;
  const day = Math.min(Number(date.slice(8)), daysInMonth(Math.floor(months / 12), month));
  return `${moved}-${pad(day)}`;
}

/** A date without a time begins at midnight; seconds and offset stay. */
function subtractTime(date: PartialDate, length: number): PartialDate {
  return (
    new Date(clockOf(date) - length).toISOString().slice(0, MINUTES_END) + date.slice(MINUTES_END)
  );
}

/** Returns the approximate days of a period: years have 365, months 30. */
export function periodDays(period: Period): number {
  return durationLength(period) / DAY;
}

/** Formats a date at its own or the given precision: "18 September 2024 12:30", "18 September 2024", "September 2024", "2024". */
export function printDate(date: PartialDate, precision: Precision = 'time'): string {
  const year = date.slice(0, 4);
  if (precision === 'year' || date.length === 4) return year;
  const month = `${MONTHS[Number(date.slice(5, 7)) - 1]} ${year}`;
  if (precision === 'month' || date.length === 7) return month;
  const day = `${Number(date.slice(8, FULL))} ${month}`;
  if (precision === 'day' || !isTimed(date)) return day;
  const [seconds = ''] = /^:(?!00)\d\d/.exec(date.slice(MINUTES_END)) ?? [];
  return `${day} ${date.slice(FULL + 1, MINUTES_END)}${seconds}`;
}

function toTime(date: IsoDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8)));
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function padYear(year: number): string {
  return String(year).padStart(4, '0');
}
