import type { IsoDate } from '../../talk/model/dataset.ts';

/** Returns the day of a page's data: it follows the calendar up to the talk's last day. */
export function currentDay(built: IsoDate, until: IsoDate | null, now: IsoDate): IsoDate {
  const day = until !== null && now > until ? until : now;
  return day > built ? day : built;
}

/** Reports whether a page is older than its talk's last day, and so stays unchanged. */
export function isPast(until: IsoDate | null, now: IsoDate): boolean {
  return until !== null && now > until;
}
