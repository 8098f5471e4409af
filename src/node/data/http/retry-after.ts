import type { IncomingHttpHeaders } from 'node:http';

/** Maximum cooldown: one day. */
const MAX_COOLDOWN_MS = 24 * 3_600_000;
/** A larger number is a time, in seconds since 1970; a smaller one is a number of seconds. */
const MIN_TIME = 1_000_000_000;

/**
 * Reads how long a source asks to wait, in milliseconds: seconds, or a date by its own clock, or when a limit is reset that is
 * used up. Null where it does not say.
 */
export function readRetryAfter(headers: IncomingHttpHeaders, now: number): number | null {
  const { 'retry-after': value = findReset(headers), date } = headers;
  if (value === undefined) return null;
  const theirs = Date.parse(date ?? '');
  const until = readTime(value) - (Number.isNaN(theirs) ? now : theirs);
  const isSeconds = /^\d+$/.test(value.trim()) && Number(value) < MIN_TIME;
  const time = isSeconds ? Number(value) * 1000 : until;
  return !Number.isNaN(time) ? Math.min(Math.max(0, time), MAX_COOLDOWN_MS) : null;
}

function readTime(value: string): number {
  return /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value);
}

/** Finds when a limit is reset, where nothing is left of it. */
function findReset(headers: IncomingHttpHeaders): string | undefined {
  for (const prefix of ['x-ratelimit', 'ratelimit']) {
    if (headers[`${prefix}-remaining`] !== '0') continue;
    const reset = headers[`${prefix}-reset`];
    if (typeof reset === 'string') return reset;
  }
  return undefined;
}
