import type { Edition, Row } from '../model/dataset.ts';
import { memoize } from '../text/memoize.ts';
import { ownTimezone } from '../text/timezone.ts';
import { parseMoment } from '../text/time/moment.ts';
import { writeMoment } from '../text/time/write-moment.ts';

/** The parts of a dataset, or of what arrives for it, that have times. */
type Tables = { rows: Row[]; editions: Edition[] };

const DATES = ['asOf', 'since', 'retrieved', 'retired'];
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** The places of a date that begin its time. */
const MARKS = ['T', ' '];
const SHORTEST = 16;
const PARTS = ['year', 'month', 'day', 'hour', 'minute'] as const;

/**
 * Returns a dataset, or new rows of it, with all times by the clock of a time zone, which then says what their day is. A
 * time without an offset is of that zone. The same object when it has no times.
 */
export function toZone<Dated extends Tables>(
  data: Dated,
  zone: string | null,
  key: string | null = null,
): Dated {
  const isPlaced = (column: string): boolean => column !== key;
  if (!hasTimes(data, isPlaced)) return data;
  const name = zone ?? ownTimezone();
  return mapTimes(data, isPlaced, (text) => placeTime(text, name));
}

/** Returns a dataset, or new rows of it, with the times of rows in UTC where they have an offset, so that equal ones are written alike. */
export function toUtc<Dated extends Tables>(data: Dated): Dated {
  const isDate = (column: string): boolean => DATES.includes(column);
  if (!hasTimes(data, isDate)) return data;
  return mapTimes(data, isDate, (text) => {
    const moment = parseMoment(text);
    if (!moment) return text;
    return writeMoment(moment.offset === null ? moment : moveMoment(moment, 0));
  });
}

/** Returns what the clock of a zone says at a time, in days since 1970. */
export function clockAt(time: number, zone: string): number {
  return (time + offsetAt(time, zone) * MINUTE) / DAY;
}

/** Writes a time by the clock of a zone: `2026-11-30T23:30Z` is `2026-12-01T00:30+01:00` in Vienna. What is none stays; null is the zone of the machine. */
export function placeTime(text: string, timezone: string | null): string {
  const moment = parseMoment(text);
  if (!moment) return text;
  const zone = timezone ?? ownTimezone();
  const { clock, offset } = moment;
  if (offset === null) return writeMoment({ ...moment, offset: findOffset(clock, zone) });
  return writeMoment(moveMoment(moment, offsetAt(clock - offset * MINUTE, zone)));
}

function moveMoment<Placed extends { clock: number; offset: number | null }>(
  moment: Placed,
  offset: number,
): Placed {
  return { ...moment, clock: moment.clock + (offset - (moment.offset ?? 0)) * MINUTE, offset };
}

/** Finds the offset of a clock; of an hour that there are two times the first, and of one that is left out that before it. */
function findOffset(clock: number, zone: string): number {
  const [before, after] = [clock - DAY, clock + DAY].map((time) => offsetAt(time, zone));
  const offsets = [before ?? 0, after ?? 0];
  const isReal = (offset: number): boolean => offsetAt(clock - offset * MINUTE, zone) === offset;
  return offsets.find(isReal) ?? before ?? 0;
}

/** Returns the minutes by which the clock of a zone is ahead of UTC at a time. */
function offsetAt(time: number, zone: string): number {
  const minute = Math.floor(time / MINUTE) * MINUTE;
  const parts = new Map(
    openClock(zone)
      .formatToParts(minute)
      .map(({ type, value }) => [type, value]),
  );
  const [year = 0, month = 1, ...rest] = PARTS.map((type) => Number(parts.get(type)));
  return Math.round((Date.UTC(year, month - 1, ...rest) - minute) / MINUTE);
}

const openClock = memoize({ texts: 50, length: 60 }, (timeZone) => {
  const two = '2-digit';
  const time = { hour: two, minute: two, hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    ...{ year: 'numeric', month: two, day: two, timeZone },
    ...time,
  });
});

/** Decides by its name whether a column is looked at: slides name a row by its key, which stays. */
type IsPlaced = (column: string) => boolean;

function hasTimes({ rows, editions }: Tables, isPlaced: IsPlaced): boolean {
  const isTimed = (row: Row): boolean => {
    for (const column in row) if (isPlaced(column) && isTimedCell(row[column])) return true;
    return false;
  };
  return (
    rows.some(isTimed) || editions.some((one) => isTimed(toHead(one)) || one.rows.some(isTimed))
  );
}

/** Looks at the length first, because there may be many cells. */
function isTimedCell(cell: unknown): boolean {
  if (typeof cell === 'string') {
    return cell.length >= SHORTEST && MARKS.includes(cell[10] ?? '') && parseMoment(cell) !== null;
  }
  return typeof cell === 'object' && cell !== null && Object.values(cell).some(isTimedCell);
}

function mapTimes<Dated extends Tables>(
  data: Dated,
  isPlaced: IsPlaced,
  write: (text: string) => string,
): Dated {
  const mapCell = (cell: unknown): unknown => {
    if (typeof cell === 'string') return isTimedCell(cell) ? write(cell) : cell;
    if (Array.isArray(cell)) return cell.map(mapCell);
    if (typeof cell !== 'object' || cell === null) return cell;
    return Object.fromEntries(Object.entries(cell).map(([name, part]) => [name, mapCell(part)]));
  };
  const mapRow = (row: Row): Row => {
    const entries = Object.entries(row).map(([name, cell]) => [
      name,
      isPlaced(name) ? mapCell(cell) : cell,
    ]);
    return Object.fromEntries(entries) as Row;
  };
  const editions = data.editions.map((edition) => ({
    ...(mapRow(toHead(edition)) as Omit<Edition, 'rows'>),
    rows: edition.rows.map(mapRow),
  }));
  return { ...data, rows: data.rows.map(mapRow), editions };
}

function toHead({ rows: _rows, ...head }: Edition): Row {
  return head;
}
