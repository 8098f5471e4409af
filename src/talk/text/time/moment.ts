/** A date with a time of day, as it was written. */
export interface Moment {
  /** What calendar and clock say, in milliseconds since 1970 as if in UTC. */
  clock: number;
  /** Minutes by which the clock is ahead of UTC; null where the text does not say. */
  offset: number | null;
  /** The seconds as they are written after the minutes; empty for zero. */
  seconds: string;
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const MOMENT =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?(?:(Z)|([+-]\d{2})(?::?(\d{2}))?)?$/;
const MAX_OFFSET = 14 * 60;
/** A leap second is the last of its day, and the next day does not begin with it. */
const LEAP = 60;
const LAST_SECOND = 59.999;

/** Parses a date with a time such as `2026-11-30T14:05`, perhaps with seconds and an offset; null for anything else. */
export function parseMoment(text: string): Moment | null {
  const [, date = '', hours, minutes, written = '', utc, ahead, more = '0'] =
    MOMENT.exec(text) ?? [];
  const midnight = Date.parse(`${date}T00:00Z`);
  // Such a date may be none, and a month may not have that day.
  if (date === '' || Number.isNaN(midnight) || writeDay(midnight) !== date) return null;
  const seconds = Number(written);
  const offset = utc ? 0 : ahead === undefined ? null : readOffset(ahead, Number(more));
  if (Number(hours) > 23 || Number(minutes) > 59 || offset === undefined) return null;
  const minute = midnight + (Number(hours) * 60 + Number(minutes)) * MINUTE;
  const isLast = (minute - (offset ?? 0) * MINUTE + MINUTE) % DAY === 0;
  if (seconds >= LEAP && !(isLast && seconds < LEAP + 1)) return null;
  const clock = minute + Math.min(seconds, LAST_SECOND) * 1000;
  return { clock, offset, seconds: seconds === 0 ? '' : `:${written.replace(/\.0+$/, '')}` };
}

/** Writes a moment with its offset, if it has one: `2026-11-30T14:05+01:00`. */
export function writeMoment({ clock, offset, seconds }: Moment): string {
  const time = new Date(clock).toISOString().slice(11, 16);
  return `${writeDay(clock)}T${time}${seconds}${offset === null ? '' : writeOffset(offset)}`;
}

function writeDay(clock: number): string {
  return new Date(clock).toISOString().slice(0, 10);
}

function writeOffset(offset: number): string {
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  const [hours, minutes] = [Math.floor(size / 60), size % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

function readOffset(hours: string, minutes: number): number | undefined {
  const size = Math.abs(Number(hours)) * 60 + minutes;
  if (minutes > 59 || size > MAX_OFFSET) return undefined;
  return hours.startsWith('-') ? -size : size;
}
