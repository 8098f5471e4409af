import type { IsoDate } from '../../talk/model/dataset.ts';
import { todayIn } from '../../talk/text/timezone.ts';

/** Returns the day it is in a time zone; null or nothing for that of the calendar, which defaults to the machine's. */
export type ProjectCalendar = (timezone?: string | null) => IsoDate;

/** Returns the date in a time zone, by default the machine's. */
export function today(now = new Date(), timezone: string | null = null): IsoDate {
  return todayIn(timezone, now);
}

/** Returns the calendar of a project with a time zone of its own, or with none. */
export function openCalendar(own: string | null = null): ProjectCalendar {
  return (timezone = null) => todayIn(timezone ?? own);
}
