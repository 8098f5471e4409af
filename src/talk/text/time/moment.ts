/** A date with a time of day, as it was written. */
export interface Moment {
  /** What calendar and clock say, in milliseconds since 1970 as if in UTC. */
  clock: number;
  /** Minutes by which the clock is ahead of UTC; null where the text does not say. */
  offset: number | null;
  /** The seconds as they are written; empty for none. */
  seconds: string;
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const MOMENT =
  /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::((?:[0-5]\d|60)(?:\.\d{1,9})?))?(?:(Z)|([+-])(0\d|1[0-4])(?::?([0-5]\d))?)?$/;
/** A leap second is the last of its day, and the next day does not begin with it. */
const LEAP = 60;
const LAST_SECOND = 59.999;

/** Parses a date with a time such as `2026-11-30T14:05`, perhaps with seconds and an offset; null for anything else. */
export function parseMoment(text: string): Moment | null {
  const [found, date = '', hours, minutes, seconds = '', utc, sign, ahead, more = 0] =
    MOMENT.exec(text) ?? [];
  if (!found) return null;
  const midnight = Date.parse(`${date}T00:00Z`);
  // Such a date may be none, and a month may not have that day.
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(date)) return null;
  const size = Number(ahead) * 60 + Number(more);
  const offset = sign ? (sign === '-' ? -size : size) : utc ? 0 : null;
  const minute = midnight + (Number(hours) * 60 + Number(minutes)) * MINUTE;
  const isLast = (minute - (offset ?? 0) * MINUTE + MINUTE) % DAY === 0;
  if (Number(seconds) >= LEAP && !isLast) return null;
  return { clock: minute + Math.min(Number(seconds), LAST_SECOND) * 1000, offset, seconds };
}
