import { findNearest } from './nearest.ts';

const NAME = /^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/;

/** Reports whether a text names a time zone such as Europe/Vienna or UTC; offsets are no names. */
export function isTimezone(name: string): boolean {
  return NAME.test(name) && openFormat(name) !== null;
}

/** Returns the date in a time zone; null or an unknown name for that of the machine. */
export function todayIn(timezone: string | null, now = new Date()): string {
  const format = openFormat(timezone ?? undefined) ?? openFormat();
  const parts = new Map(format?.formatToParts(now).map(({ type, value }) => [type, value]));
  return ['year', 'month', 'day'].map((type) => parts.get(type as 'year') ?? '').join('-');
}

/** Finds the time zone whose name, or whose city, a text is near to; null for none. */
export function findTimezone(text: string): string | null {
  const zones = Intl.supportedValuesOf('timeZone');
  const city = text.trim().replaceAll(' ', '_').toLowerCase();
  const ofCity = zones.find((zone) => zone.toLowerCase().endsWith(`/${city}`));
  return ofCity ?? findNearest(text, zones) ?? null;
}

/** Returns the name of the machine's time zone. */
export function ownTimezone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function openFormat(timeZone?: string): Intl.DateTimeFormat | null {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { ...options, timeZone });
  } catch {
    return null;
  }
}
