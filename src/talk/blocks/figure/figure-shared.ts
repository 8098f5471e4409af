import type { Row } from '../../model/dataset.ts';
import { groupByDate, type SharedRows } from '../chart/chart-shared.ts';

interface Dated {
  date: string | null;
  row: Row;
}

/** Finds readings of a figure that share a date, where it shows one of them; null when each has a date of its own. */
export function findSharedDates(readings: readonly Dated[]): SharedRows | null {
  const shared = groupByDate(readings);
  const [first] = shared;
  if (!first) return null;
  return {
    place: first[0]?.date == null ? 'have no date' : `are "${first[0].date}"`,
    groups: shared.map((found) => found.map(({ row }) => row)),
  };
}
