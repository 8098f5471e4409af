import type { Dataset, Edition, PartialDate, Row } from '../../model/dataset.ts';
import type { Arrival } from '../../model/live-shape.ts';
import { BOUNDS } from './arrive.ts';
import { compareDates } from '../date.ts';
import { isEqual } from '../equal.ts';
import { BOOKKEEPING, factOf, tellerOf } from '../known-rows.ts';

/** The source's sequence number of each fact's last update. */
export type Stamps = Map<string, number>;

/** The result of an update. */
export interface Superseded {
  dataset: Dataset;
  /** Number of new or changed rows or editions. */
  changed: number;
  /** Number of rows or editions older than the known ones, which were left out. */
  older: number;
}

interface DatedFact {
  retrieved?: PartialDate;
}

/**
 * Merges new rows into a dataset without losing known ones. A fact is replaced only by a row that is not older, in
 * whatever order and however often rows arrive.
 */
export function supersede(dataset: Dataset, arrival: Arrival, stamps: Stamps): Superseded {
  const count = { changed: 0, older: 0 };
  if (arrival.writtenAt !== undefined) {
    const followed = followFile(dataset, { ...arrival, writtenAt: arrival.writtenAt }, stamps);
    if (followed) return followed;
  }
  const take = <Told extends DatedFact>(
    known: readonly Told[],
    told: readonly Told[],
    nameOf: (one: Told) => string,
  ): Told[] => {
    const facts = new Map(known.map((one) => [nameOf(one), one]));
    for (const one of told) {
      const name = nameOf(one);
      const before = facts.get(name);
      if (before && isOlder(one, before, arrival.stamp, stamps.get(name))) {
        if (!isEqual(one, before)) count.older++;
        continue;
      }
      if (arrival.stamp !== null) stamps.set(name, arrival.stamp);
      if (before && isEqual(one, before)) continue;
      facts.set(name, one);
      count.changed++;
    }
    return [...facts.values()];
  };

  const { key } = dataset;
  const sources = { ...dataset.sources, ...arrival.sources };
  if (dataset.kind === 'editions') {
    const told = arrival.editions.filter((edition) => isLikely(edition, dataset.editions));
    count.older += arrival.editions.length - told.length;
    const editions = take(dataset.editions, told, ({ asOf }) => asOf);
    return settle(dataset, { ...dataset, sources, editions }, count);
  }
  const hasFacts = [...dataset.rows, ...arrival.rows].every((row) => factOf(row, key) !== null);
  if (!hasFacts) return replaceList(dataset, { ...arrival, sources }, stamps);
  const rows = take(
    dataset.rows,
    arrival.rows,
    (row) => `${tellerOf(row, dataset)} ${row.since ?? ''}`,
  );
  const columns = listColumns(dataset, arrival.rows);
  return settle(dataset, { ...dataset, sources, rows: keepNewest(rows), columns }, count);
}

/** Returns the same dataset when nothing changed. */
function settle(
  before: Dataset,
  after: Dataset,
  count: Pick<Superseded, 'changed' | 'older'>,
): Superseded {
  return { dataset: count.changed > 0 ? after : before, ...count };
}

function isOlder(
  told: DatedFact,
  known: DatedFact,
  stamp: number | null,
  before: number | undefined,
): boolean {
  const order = compareDates(told.retrieved ?? '0000', known.retrieved ?? '0000');
  if (order !== 0) return order < 0;
  return before !== undefined && stamp !== null && stamp < before;
}

/** A table with less than half of its rows counts as a failure of its source. */
function isLikely({ rows, asOf }: Edition, known: readonly Edition[]): boolean {
  const before = known.findLast((edition) => compareDates(edition.asOf, asOf) <= 0) ?? known.at(-1);
  return rows.length * 2 >= (before?.rows.length ?? 0);
}

const WHOLE = '';

/** Replaces all rows by those of a newer file, with its corrections by hand; null for a file with faults. */
function followFile(
  dataset: Dataset,
  { rows, editions, sources, dropped, writtenAt }: Arrival & { writtenAt: number },
  stamps: Stamps,
): Superseded | null {
  const isSound = dropped.length === 0 && editions.every((one) => isLikely(one, dataset.editions));
  if (!isSound) return null;
  if (writtenAt < (stamps.get(WHOLE) ?? -Infinity)) return { dataset, changed: 0, older: 1 };
  stamps.set(WHOLE, writtenAt);
  if (isEqual(rows, dataset.rows) && isEqual(editions, dataset.editions)) {
    return { dataset, changed: 0, older: 0 };
  }
  const all = { ...dataset.sources, ...sources };
  const columns = listColumns(dataset, rows);
  const next = { ...dataset, sources: all, rows: keepNewest([...rows]), editions, columns };
  return { dataset: next, changed: rows.length + editions.length, older: 0 };
}

/** Rows without date and key can only be replaced all at once. */
function replaceList(dataset: Dataset, arrival: Arrival, stamps: Stamps): Superseded {
  const { rows, stamp, isWhole, dropped, sources } = arrival;
  const before = stamps.get(WHOLE);
  const isLate = stamp !== null && before !== undefined && stamp < before;
  const isHalf = rows.length * 2 < dataset.rows.length;
  if (!isWhole || isLate || isHalf || dropped.length > 0) return { dataset, changed: 0, older: 1 };
  if (stamp !== null) stamps.set(WHOLE, stamp);
  if (isEqual(rows, dataset.rows)) return { dataset, changed: 0, older: 0 };
  return { dataset: { ...dataset, rows, sources }, changed: rows.length, older: 0 };
}

function keepNewest(rows: Row[]): Row[] {
  if (rows.length <= BOUNDS.rows) return rows;
  const sorted = rows.sort((a, b) => compareDates(a.asOf ?? '0000', b.asOf ?? '0000'));
  return sorted.slice(-BOUNDS.rows);
}

function listColumns({ columns }: Dataset, rows: readonly Row[]): string[] {
  const all = new Set(columns);
  for (const row of rows) for (const column of Object.keys(row)) all.add(column);
  for (const column of BOOKKEEPING) all.delete(column);
  return all.size === columns.length ? columns : [...all];
}
