import type { Dataset, IsoDate, PartialDate, Row } from '../../model/dataset.ts';
import { addDays, compareDates, printDate, startOf } from '../date.ts';
import type { DatasetRecipe } from '../dataset/recipe.ts';
import { isEqual } from '../equal.ts';
import { isTable, type Fresh, type FreshTable } from './refresh-context.ts';
import { factOf } from '../known-rows.ts';
import { collectHeld } from './held-rows.ts';
import { findImplausibleValue } from './value-change.ts';

/** Context for checking the plausibility of fresh data. */
export interface PlausibilityContext {
  id: string;
  today: IsoDate;
  last: Dataset | null;
  key: string | null;
  ranges: NonNullable<DatasetRecipe['ranges']>;
  /** How far values may move; defaults to the rule for counts. */
  changes?: DatasetRecipe['changes'];
  /** Whether the author accepts values and losses that look wrong; defaults to no. */
  isAccepted?: boolean;
  /** Number of rows in the previous response; null when unknown. */
  lastCount: number | null;
}

/** Returns the reason why fresh data cannot be right; null when they are plausible. */
export function findImplausible(fresh: Fresh, about: PlausibilityContext): string | null {
  const context = { ...about, last: about.last && dropRetired(about.last) };
  const rows = isTable(fresh) ? fresh.table : fresh.rows;
  if (rows.length === 0) return 'it has no rows';
  const { isAccepted = false, changes = {} } = context;
  const lost = isAccepted ? null : findLoss(fresh, context);
  const fault = lost ?? findWrongTime(fresh, context) ?? findOutOfRange(rows, context);
  if (fault !== null || isAccepted) return fault;
  // What is settled by hand is not taken from the source, however wrong it is there.
  const held = collectHeld(about.last, { ...about.last, key: about.key }, about.id);
  const taken = rows.filter((row) => held.find(row) === undefined);
  return findImplausibleValue(taken, { ...context, changes });
}

/** Removes the rows that were withdrawn, beside which nothing can look wrong. */
function dropRetired(dataset: Dataset): Dataset {
  const isValid = ({ retired }: Row): boolean => retired === undefined;
  const editions = dataset.editions.map((edition) => ({
    ...edition,
    rows: edition.rows.filter(isValid),
  }));
  return { ...dataset, rows: dataset.rows.filter(isValid), editions };
}

/** Counts the rows of fresh data. */
export function countRows(fresh: Fresh): number {
  return (isTable(fresh) ? fresh.table : fresh.rows).length;
}

function findLoss(fresh: Fresh, context: PlausibilityContext): string | null {
  const { last, lastCount } = context;
  const now = countRows(fresh);
  if (isTable(fresh)) {
    const before = newestOf(last?.editions ?? [])?.rows.length ?? 0;
    if (now * 2 < before) return `it has ${now} rows, and there were ${before}`;
  }
  if (lastCount !== null && now * 2 < lastCount) {
    return `it has ${now} rows, and there were ${lastCount} the last time`;
  }
  if (isTable(fresh) || !fresh.isWhole) return null;
  const known = new Set(
    (last?.rows ?? []).filter(({ source }) => source === context.id).map(nameBy(context)),
  );
  const found = new Set(fresh.rows.map(nameBy(context)));
  const missing = [...known].filter((name) => !found.has(name));
  if (missing.length * 2 <= known.size) return null;
  return `${missing.length} of the ${known.size} known rows are missing in it`;
}

function nameBy({ key }: PlausibilityContext): (row: Row) => string | null {
  return (row) => factOf(row, key) ?? JSON.stringify(row);
}

function findWrongTime(fresh: Fresh, context: PlausibilityContext): string | null {
  const { today } = context;
  const newest = isTable(fresh) ? fresh.asOf : newestOf(fresh.rows)?.asOf;
  if (newest === undefined) return null;
  if (startOf(newest) > addDays(today, 1)) {
    return `its newest row is of ${printDate(newest)}, and today is ${printDate(today)}`;
  }
  const before = isTable(fresh) ? olderTable(fresh, context) : newestTold(context);
  if (before === undefined || startOf(newest) >= startOf(before)) return null;
  return `its newest row is of ${printDate(newest)}, and there is one of ${printDate(before)} already`;
}

/** Returns the date of the table that fresh data would replace; undefined for the same table, and for one dated by its refresh. */
function olderTable({ table }: FreshTable, { last }: PlausibilityContext): PartialDate | undefined {
  const edition = newestOf(last?.editions ?? []);
  if (!edition || isEqual(edition.rows, table)) return undefined;
  return edition.retrieved === edition.asOf ? undefined : edition.asOf;
}

function newestTold({ last, id }: PlausibilityContext): PartialDate | undefined {
  return newestOf((last?.rows ?? []).filter(({ source }) => source === id))?.asOf;
}

function newestOf<Dated extends { asOf?: PartialDate }>(list: readonly Dated[]): Dated | undefined {
  const dated = list.filter(({ asOf }) => asOf !== undefined);
  return dated.sort((a, b) => compareDates(a.asOf ?? '', b.asOf ?? '')).at(-1);
}

function findOutOfRange(rows: readonly Row[], { ranges }: PlausibilityContext): string | null {
  for (const [column, [least, greatest]] of Object.entries(ranges)) {
    for (const row of rows) {
      const cell = row[column];
      if (typeof cell !== 'number' || (cell >= least && cell <= greatest)) continue;
      return `${column} is ${cell}, and can only be from ${least} to ${greatest}`;
    }
  }
  return null;
}
