import type { IsoDate } from '../../talk/model/dataset.ts';
import { todayIn } from '../../talk/text/timezone.ts';

/** Returns the day it is in a time zone; null or nothing for that of the calendar, which defaults to the machine's. */
export type ProjectCalendar = (timezone?: string | null) => IsoDate;

/** Returns the date in a time zone, by default the machine's. */
export function today(now = new Date(), timezone: string | null = null): IsoDate {
  return todayIn(timezone, now);
}

/** Dates change at whole minutes in every time zone. */
const MINUTE_MS = 60_000;

/** Returns the calendar of a project with a time zone of its own, or with none. Each talk asks for the day, which takes a millisecond to find. */
export function openCalendar(own: string | null = null): ProjectCalendar {
  const days = new Map<string, IsoDate>();
  let minute = 0;
  return (timezone = null) => {
    const now = Math.floor(Date.now() / MINUTE_MS);
    if (now !== minute) days.clear();
    minute = now;
    const zone = timezone ?? own;
    const key = zone ?? `machine ${process.env['TZ']}`;
    const day = days.get(key) ?? todayIn(zone);
    days.set(key, day);
    return day;
  };
}
