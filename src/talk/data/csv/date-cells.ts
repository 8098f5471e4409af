import { isPartialDate } from '../date.ts';
import { parseMoment } from '../../text/time/moment.ts';
import { writeMoment } from '../../text/time/write-moment.ts';

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const SLASHED = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
/** A day and a time, as databases and programs write them. */
const TIMED =
  /^(\S{8,10})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(?:(Z|UTC|GMT)|([+-]\d{2}(?::?\d{2})?))?$/;
const FULL = 10;
const MIDNIGHT = /T00:00(?:Z|[+-]\d{2}:\d{2})?$/;

/** Writes a date as datasets have it, with its time; null for none. Days that can be read in two ways are none. */
export function toDate(cell: string): string | null {
  // Most cells are as they should be.
  if (cell.length <= FULL && isPartialDate(cell)) return cell >= '1000' ? cell : null;
  const [, date, time = '', utc, offset = ''] = TIMED.exec(cell) ?? [];
  if (date === undefined) return toDay(cell);
  const moment = parseMoment(`${toDay(date)}T${time}${utc ? 'Z' : offset}`);
  return moment && writeMoment(moment);
}

/** Makes days of the times in a column where all of them are midnight, by which programs write days. */
export function dropMidnights<Cell>(column: readonly Cell[]): readonly Cell[] {
  const isOfDays =
    column.some(isMidnight) && column.every((cell) => isMidnight(cell) || !isLong(cell));
  if (!isOfDays) return column;
  return column.map((cell) => (isMidnight(cell) ? (cell.slice(0, FULL) as Cell) : cell));
}

function isMidnight(cell: unknown): cell is string {
  return isLong(cell) && MIDNIGHT.test(cell);
}

function isLong(cell: unknown): cell is string {
  return typeof cell === 'string' && cell.length > FULL;
}

function toDay(cell: string): string | null {
  const dotted = DOTTED.exec(cell);
  const [, year = '', month, day] = dotted
    ? ['', dotted[3], dotted[2], dotted[1]]
    : (ISO.exec(cell) ?? SLASHED.exec(cell) ?? []);
  if (year === '' || Number(year) < 1000) return null;
  const parts = [year, month, day].flatMap((part) =>
    part === undefined ? [] : [part.padStart(2, '0')],
  );
  const whole = new Date(`${[...parts, '01', '01'].slice(0, 3).join('-')}T00:00:00Z`);
  const isDay = !Number.isNaN(whole.getTime()) && whole.toISOString().startsWith(parts.join('-'));
  return isDay ? parts.join('-') : null;
}
