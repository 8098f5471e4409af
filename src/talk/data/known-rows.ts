import type { Dataset, IsoDate, Row } from '../model/dataset.ts';
import { compareDates, isKnown } from './date.ts';
import { dropSettlement } from './settlement.ts';

/** The keys of a row that are no columns. */
export const BOOKKEEPING: readonly string[] = [
  'asOf',
  'since',
  'source',
  'retrieved',
  'exact',
  'corrected',
  'pinned',
  'retired',
];

/** The part of a dataset that decides which of several rows of a fact counts. */
export type FactRule = Pick<Dataset, 'key' | 'prefer'>;

/** Returns the rows that count on a day: of each fact the newest known one, of the preferred source, unless it is retired. */
export function pickKnown(rows: readonly Row[], rule: FactRule, day: IsoDate): Row[] {
  const versions = pickByFact(listVersions(rows, rule, day), (row) => factOf(row, rule.key), {
    isBetter: (row, other) => comparePreference(row, other, rule) < 0,
  });
  return versions.map(dropSettlement);
}

/** Returns the newest known version of each fact by each source, without those that are retired. */
export function listVersions(rows: readonly Row[], rule: FactRule, day: IsoDate): Row[] {
  const known = rows.filter(
    ({ asOf, since }) =>
      (asOf === undefined || isKnown(asOf, day)) && (since === undefined || isKnown(since, day)),
  );
  const newest = pickByFact(known, (row) => tellerOf(row, rule), {
    isBetter: (row, other) => compareDates(row.since ?? '0000', other.since ?? '0000') >= 0,
  });
  return newest.filter(({ retired }) => retired === undefined || !isKnown(retired.on, day));
}

/** Returns the identity of a row's fact from its date and key; null for a row without both. */
export function factOf(row: Row, key: string | null): string | null {
  const name = key === null ? undefined : row[key];
  if (row.asOf === undefined && name === undefined) return null;
  return JSON.stringify([row.asOf ?? null, name ?? null]);
}

/** Returns the identity of a fact, and of its source where several sources stand side by side. */
export function tellerOf(row: Row, { key, prefer }: FactRule): string | null {
  const fact = factOf(row, key);
  return fact === null || !prefer ? fact : `${fact} ${row.source ?? ''}`;
}

/** Orders two rows of a fact: a pinned one first, then by the dataset's preferred sources. */
function comparePreference(a: Row, b: Row, { prefer = [] }: FactRule): number {
  const rank = ({ pinned, source = '' }: Row): number => {
    if (pinned !== undefined) return -1;
    return prefer.includes(source) ? prefer.indexOf(source) : prefer.length;
  };
  return rank(a) - rank(b);
}

/** Keeps one row of each identity, in the place of the first one. */
function pickByFact(
  rows: readonly Row[],
  nameOf: (row: Row) => string | null,
  { isBetter }: { isBetter(row: Row, other: Row): boolean },
): Row[] {
  const kept = new Map<unknown, Row>();
  for (const row of rows) {
    const name = nameOf(row) ?? row;
    const other = kept.get(name);
    if (!other || isBetter(row, other)) kept.set(name, row);
  }
  return [...kept.values()];
}
