import type { DatasetView, Row } from '../../model/dataset.ts';
import type { SharedPlace } from '../../problems/chart-problems.ts';
import { printValue } from '../../text/value-text.ts';
import { findColumn } from '../chart/chart-shared.ts';

/** Finds rows of a figure that share a date, where it shows one of them; null when each has a date of its own. */
export function findSharedRows(
  rows: readonly Row[],
  dates: ReadonlySet<string | null>,
  { value, data }: { value: string; data: DatasetView },
): SharedPlace | null {
  const byDate = new Map<string | null, Row[]>();
  for (const row of rows) {
    const date = row.asOf ?? null;
    if (dates.has(date)) byDate.set(date, [...(byDate.get(date) ?? []), row]);
  }
  const shared = [...byDate.values()].filter(({ length }) => length > 1);
  const [first] = shared;
  if (!first) return null;
  const column = findColumn(shared, data, [value]);
  const [{ asOf } = {}] = first;
  return {
    block: 'figure',
    dataset: data.name,
    place: asOf === undefined ? '' : `"${asOf}"`,
    count: first.length,
    differ: column === null ? null : { column, cell: printValue(first[0]?.[column] ?? null) },
    key: null,
  };
}
