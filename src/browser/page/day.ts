import type { IsoDate } from '../../talk/model/dataset.ts';
import { DAY_PATH, type DayAnswer } from '../../talk/model/wire.ts';

/** The address parameter for another day than the talk's own, which survives a reload. */
const PARAMETER = 'as-of';

/** Returns the other day of the page's data; null for the talk's own. */
export function readOtherDay(address: string = location.href): IsoDate | null {
  return new URL(address).searchParams.get(PARAMETER);
}

/** Writes another day into the page's address; null removes it. */
export function writeOtherDay(day: IsoDate | null): void {
  const url = new URL(location.href);
  if (day === null) url.searchParams.delete(PARAMETER);
  else url.searchParams.set(PARAMETER, day);
  history.replaceState(history.state, '', url);
}

/** A request to the dev server: the day, and what the page shows; absent for the talk's own day. */
export interface DayRequest {
  talk: string;
  to: IsoDate | null;
  /** Omitted when the page's slides may be outdated; the response then contains all of them. */
  from?: IsoDate | null;
}

/** Requests a talk's data of another day from the dev server. */
export async function fetchDay({ talk, to, from }: DayRequest): Promise<DayAnswer> {
  const query = new URLSearchParams({ to: to ?? '' });
  if (from !== undefined) query.set('from', from ?? '');
  // A talk lies one folder below the base of the dev server.
  const response = await fetch(`..${DAY_PATH}${encodeURIComponent(talk)}?${query}`);
  if (!response.ok) throw new Error(`The dev server answered with ${response.status}.`);
  return (await response.json()) as DayAnswer;
}
