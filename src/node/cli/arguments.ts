import { toIsoDate } from '../../talk/problems/data/date-hints.ts';
import { findNearest } from '../../talk/text/nearest.ts';
import { UsageError } from '../errors.ts';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const PORT = /^\d{1,5}$/;

/** Parses `--port`; undefined when it was not given. */
export function readPort(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (PORT.test(value) && Number(value) <= 65_535) return Number(value);
  throw new UsageError(`"${value}" is not a port.`, 'A port is a number from 0 to 65535.');
}

/** Parses `--format`: one of the names, or the default when it was not given. */
export function readFormat<const Name extends string>(
  value: string | undefined,
  names: readonly Name[],
  fallback: Name,
): Name {
  if (value === undefined) return fallback;
  const name = names.find((one) => one === value);
  if (name !== undefined) return name;
  const nearest = findNearest(value, names);
  const list = `There is ${names.join(', ')}.`;
  throw new UsageError(
    `"${value}" is not a format of this command.`,
    nearest ? `Did you mean ${nearest}? ${list}` : list,
  );
}

/** Parses `--as-of`; undefined when it was not given. */
export function readAsOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (ISO_DATE.test(value) && isOnCalendar(value)) return value;
  const written = toIsoDate(value);
  const hint =
    written !== null && isOnCalendar(written) && ISO_DATE.test(written)
      ? `Write ${written}.`
      : 'Write a day as YYYY-MM-DD, like 2024-09-18.';
  throw new UsageError(`"${value}" is not a date.`, hint);
}

function isOnCalendar(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
