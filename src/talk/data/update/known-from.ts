import type { PartialDate } from '../../model/dataset.ts';
import { instantOf, startOf } from '../date.ts';
import { parseMoment } from '../../text/time/moment.ts';
import type { MergeOptions } from './dataset-edit.ts';

/** The day and the time at which rows become known. */
type Clock = Pick<MergeOptions, 'today' | 'now'>;

/** In every time zone days begin and end at whole quarters of an hour in UTC. */
const QUARTER_HOUR = 900_000;

/** Returns from when on a row that arrives now was known; undefined where it was from its own date on. */
export function knownFrom(asOf: PartialDate | undefined, clock: Clock): PartialDate | undefined {
  const time = timeOf(asOf);
  if (time === null)
    return asOf === undefined || startOf(asOf) < clock.today ? clock.today : undefined;
  return isOfNow(asOf, clock) || time > instantOf(clock.now) ? undefined : clock.now;
}

/** Returns when a row with a date is corrected: talks of every zone show it from then on. */
export function correctedOn(asOf: PartialDate | undefined, clock: Clock): PartialDate {
  return timeOf(asOf) === null ? clock.today : clock.now;
}

/** Reports whether no day has ended since a date, so that no talk has shown it on an earlier day. */
export function isOfNow(date: PartialDate | undefined, { today, now }: Clock): boolean {
  const time = timeOf(date);
  if (time === null) return date === today;
  return Math.floor(time / QUARTER_HOUR) === Math.floor(instantOf(now) / QUARTER_HOUR);
}

/** Returns when a time was that says its offset; null for any other date, which has the same day in every zone. */
function timeOf(date: PartialDate | undefined): number | null {
  if (date === undefined || parseMoment(date)?.offset == null) return null;
  return instantOf(date);
}
