import { isPartialDate, printDate, startOf } from './date.ts';

const DAY = 86_400_000;
/** An ISO date with a time; one without a zone is in UTC. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** Parses a partial date, or a date with a time, as days since 1970 in UTC; null when it is neither. */
export function parseDays(text: string): number | null {
  const isDate: boolean = isPartialDate(text);
  if (isDate) return Date.parse(startOf(text)) / DAY;
  const [, date, , zone] = MOMENT.exec(text) ?? [];
  if (!isPartialDate(date)) return null;
  const time = Date.parse(`${text.replace(' ', 'T')}${zone === undefined ? 'Z' : ''}`);
  return Number.isNaN(time) ? null : time / DAY;
}

/** Reports whether a text is a partial date, or a date with a time. */
export function isMoment(text: unknown): text is string {
  return typeof text === 'string' && parseDays(text) !== null;
}

/** Formats a partial date, or a date with a time in UTC: "18 September 2024", "18 September 2024 12:30". */
export function printMoment(text: string): string {
  if (isPartialDate(text)) return printDate(text);
  const days = parseDays(text);
  if (days === null) return text;
  const iso = new Date(Math.round(days * DAY)).toISOString();
  const seconds = iso.slice(17, 19) === '00' ? '' : iso.slice(16, 19);
  return `${printDate(iso.slice(0, 10))} ${iso.slice(11, 16)}${seconds}`;
}
