import type { IsoDate } from '../../talk/model/dataset.ts';
import { DAY_PATH, type DayAnswer } from '../../talk/model/wire.ts';

/** The parameter of the address that names another day than the talk's own; a reload keeps it. */
const PARAMETER = 'as-of';

/** Tells for which other day the page shows its data; null for the talk's own. */
export function readOtherDay(address: string = location.href): IsoDate | null {
  return new URL(address).searchParams.get(PARAMETER);
}

/** Writes another day into the page's address; null takes it out. */
export function writeOtherDay(day: IsoDate | null): void {
  const url = new URL(location.href);
  if (day === null) url.searchParams.delete(PARAMETER);
  else url.searchParams.set(PARAMETER, day);
  history.replaceState(history.state, '', url);
}

/** What to ask the dev server: for which day, and what the page shows already; absent for the talk's own day. */
export interface DayRequest {
  talk: string;
  to: IsoDate | null;
  /** Left out where the page's slides may be out of date: it then gets all of them. */
  from?: IsoDate | null;
}

/** Asks the dev server what a talk is on another day. */
export async function fetchDay({ talk, to, from }: DayRequest): Promise<DayAnswer> {
  const query = new URLSearchParams({ to: to ?? '' });
  if (from !== undefined) query.set('from', from ?? '');
  const path = import.meta.env.BASE_URL + DAY_PATH.slice(1);
  const response = await fetch(`${path}${encodeURIComponent(talk)}?${query}`);
  if (!response.ok) throw new Error(`The dev server answered with ${response.status}.`);
  return (await response.json()) as DayAnswer;
}
