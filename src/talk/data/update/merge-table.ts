import type { Cell, Dataset, Edition, Row } from '../../model/dataset.ts';
import { compareDates } from '../date.ts';
import { isEqual } from '../equal.ts';
import { BOOKKEEPING } from '../known-rows.ts';
import { collectHeld, holdRows } from './held-rows.ts';
import type { DatasetEdit, MergeOptions } from './dataset-edit.ts';
import { knownFrom } from './known-from.ts';

/** Computes the edition to add or to correct; rows that are settled by hand stay in it. */
export function mergeTable(
  dataset: Dataset | null,
  fresh: { asOf: string; table: Row[] },
  options: MergeOptions,
): DatasetEdit[] {
  const { id, today } = options;
  const editions = dataset?.editions ?? [];
  const from = options.history ? undefined : knownFrom(fresh.asOf, options);
  const asOf = from ?? fresh.asOf;
  const index = findNewest(editions);
  const last = editions[index];
  const rows = holdRows(fresh.table, last?.rows ?? [], collectHeld(dataset, options, id));
  if (last && isEqual(last.rows.map(cellsOf), rows.map(cellsOf))) return [];
  const edition: Edition = { asOf, source: id, retrieved: today, rows };
  if (last?.asOf !== asOf) return [{ kind: 'add-edition', edition }];
  const corrected = traceOf(last, { retrieved: last.retrieved ?? null, rows: last.rows as Cell });
  return [{ kind: 'correct-edition', index, edition: { ...edition, corrected } }];
}

function findNewest(editions: readonly Edition[]): number {
  return editions.reduce(
    (newest, edition, index) =>
      compareDates(edition.asOf, editions[newest]?.asOf ?? '0000') >= 0 ? index : newest,
    -1,
  );
}

/** Returns the contents of a row or edition before its corrections of the same day, the latest last. */
export function traceOf(
  knownRow: { corrected?: Cell | undefined },
  was: Record<string, Cell>,
): Cell[] {
  const earlier = Array.isArray(knownRow.corrected) ? knownRow.corrected : [];
  return [...earlier, was];
}

/** Returns the cells of a row that state its fact. */
export function cellsOf(row: Row): Record<string, Cell | undefined> {
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => name === 'exact' || !BOOKKEEPING.includes(name)),
  );
}
