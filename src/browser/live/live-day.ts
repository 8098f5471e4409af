import type { IsoDate } from '../../talk/model/dataset.ts';

/** Returns today's date in the local time zone. */
export function today(now = new Date()): IsoDate {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** Returns the day of a page's data: it follows the calendar up to the talk's last day. */
export function currentDay(built: IsoDate, until: IsoDate | null, now: IsoDate): IsoDate {
  const day = until !== null && now > until ? until : now;
  return day > built ? day : built;
}

/** Reports whether a page is older than its talk's last day, and so stays unchanged. */
export function isPast(until: IsoDate | null, now: IsoDate): boolean {
  return until !== null && now > until;
}
