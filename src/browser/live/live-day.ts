import type { IsoDate } from '../../talk/model/dataset.ts';

/** The date on this machine's calendar. */
export function today(now = new Date()): IsoDate {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** The day a page's data are computed for: it goes on with the calendar, to the talk's own last day. */
export function currentDay(built: IsoDate, until: IsoDate | null, now: IsoDate): IsoDate {
  const day = until !== null && now > until ? until : now;
  return day > built ? day : built;
}

/** Reports whether a page that was built some time ago is past its talk, and stays as it is. */
export function isPast(until: IsoDate | null, now: IsoDate): boolean {
  return until !== null && now > until;
}
