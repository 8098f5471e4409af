import type { IsoDate, PartialDate } from '../model/dataset.ts';
import { durationLength, parseDuration, type Duration } from '../text/duration.ts';

/** A stretch of whole days, as authors write it to go back in time: `1y`, `6mo`, `2w`, `90d`. */
export interface Period extends Duration {
  unit: 'y' | 'mo' | 'w' | 'd';
}

/** Precision of a date. */
export type Precision = 'year' | 'month' | 'day';

const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const PERIOD_UNITS: readonly string[] = ['y', 'mo', 'w', 'd'] satisfies Period['unit'][];
const DAY = 86_400_000;
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

/** Reports whether a text is a real `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function isPartialDate(text: unknown): text is PartialDate {
  if (typeof text !== 'string') return false;
  const parts = PARTIAL_DATE.exec(text);
  if (!parts) return false;
  const month = Number(parts[2] ?? 1);
  const day = Number(parts[3] ?? 1);
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= SHORTEST_MONTH || day <= daysInMonth(Number(parts[1]), month);
}

/** Reports whether a text is a real `YYYY-MM-DD`. */
export function isIsoDate(text: unknown): text is IsoDate {
  return isPartialDate(text) && text.length === 10;
}

/** Returns the precision of a date. */
export function precisionOf(date: PartialDate): Precision {
  if (date.length === 4) return 'year';
  return date.length === 7 ? 'month' : 'day';
}

/** Returns the first day of a partial date. */
export function startOf(date: PartialDate): IsoDate {
  return date + '-01-01'.slice(date.length - 4);
}

/** Returns the last day of a partial date. */
export function endOf(date: PartialDate): IsoDate {
  if (date.length === 10) return date;
  const month = date.length === 4 ? `${date}-12` : date;
  return `${month}-${pad(daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5))))}`;
}

/** Reports whether a date is the last day of its month. */
export function isMonthEnd(date: PartialDate): boolean {
  return date.length === 10 && endOf(date.slice(0, 7)) === date;
}

/** Orders two partial dates by their first day, the less precise first. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  const [startA, startB] = [startOf(a), startOf(b)];
  if (startA !== startB) return startA < startB ? -1 : 1;
  return a.length - b.length;
}

/** Reports whether a fact with this date was known on a day; a month or year counts from its first day. */
export function isKnown(date: PartialDate, asOf: IsoDate): boolean {
  return startOf(date) <= asOf;
}

/** Counts the days from one date's first day to another's; negative when the second is earlier. */
export function daysBetween(from: PartialDate, to: PartialDate): number {
  return Math.round((toTime(startOf(to)) - toTime(startOf(from))) / DAY);
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
  return duration.amount < 10_000 && PERIOD_UNITS.includes(duration.unit);
}

/** Subtracts a period; a date keeps its precision unless the period is finer. */
export function subtractPeriod(date: PartialDate, { amount, unit }: Period): PartialDate {
  if (unit === 'd' || unit === 'w') return addDays(date, unit === 'w' ? -7 * amount : -amount);
  const year = Number(date.slice(0, 4));
  if (unit === 'y' && date.length === 4) return padYear(year - amount);
  const months = year * 12 + Number(date.slice(5, 7) || 1) - 1 - amount * (unit === 'y' ? 12 : 1);
  const month = (months % 12) + 1;
  const moved = `${padYear(Math.floor(months / 12))}-${pad(month)}`;
  if (date.length < 10) return moved;
  const day = Math.min(Number(date.slice(8)), daysInMonth(Math.floor(months / 12), month));
  return `${moved}-${pad(day)}`;
}

/** Returns the approximate days of a period: years have 365, months 30. */
export function periodDays(period: Period): number {
  return durationLength(period) / DAY;
}

/** Formats a date at its own or the given precision: "18 September 2024", "September 2024", "2024". */
export function printDate(date: PartialDate, precision: Precision = 'day'): string {
  const year = date.slice(0, 4);
  if (precision === 'year' || date.length === 4) return year;
  const month = `${MONTHS[Number(date.slice(5, 7)) - 1]} ${year}`;
  if (precision === 'month' || date.length === 7) return month;
  return `${Number(date.slice(8))} ${month}`;
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
