import type { Row } from '../../model/dataset.ts';
import type { ChartColumns, Reading } from './chart-rows.ts';

type Groups = ReadonlyMap<string, ReadonlyMap<string, readonly Reading[]>>;

/** Rows that share a place of a drawing, which has room for one. */
export interface SharedRows {
  /** Where the rows of the first group are: `are "gcc" at "2024"`, `have no date`. */
  place: string;
  /** The rows of each such place. */
  groups: Row[][];
}

/** Finds rows that share a place, a series and a date; null when each reading has a place of its own. */
export function findShared(groups: Groups, { split }: ChartColumns): SharedRows | null {
  // Rows of one name at several dates are its history; the newest is shown.
  const all = [...groups.values()].flatMap((places) => [...places.values()]);
  const shared = all.flatMap((found) => (found.length > 1 ? groupByDate(found) : []));
  const first = shared[0]?.[0];
  if (!first) return null;
  const names = [split === null ? null : first.series, first.key];
  return {
    place: `are ${names.flatMap((name) => (name ? `"${name}"` : [])).join(' at ')}`,
    groups: shared.map((found) => found.map(({ row }) => row)),
  };
}

/** Lists the dates that several readings have, with these. */
export function groupByDate<R extends { date: string | null }>(readings: readonly R[]): R[][] {
  const byDate = new Map<string | null, R[]>();
  for (const reading of readings)
    byDate.set(reading.date, [...(byDate.get(reading.date) ?? []), reading]);
  return [...byDate.values()].filter(({ length }) => length > 1);
}
