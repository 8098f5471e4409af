import type { Cell, Dataset, Row } from '../../model/dataset.ts';
import { clockDay, compareDates } from '../date.ts';
import { isEqual } from '../equal.ts';
import { isTable, type Fresh } from './refresh-context.ts';
import { tellerOf } from '../known-rows.ts';
import { isSettled } from '../settlement.ts';
import { correctedOn, isOfNow } from './known-from.ts';
import { correctSince, findSince } from './known-since.ts';
import type { DatasetEdit, MergeOptions } from './dataset-edit.ts';
import { cellsOf, mergeTable, traceOf } from './merge-table.ts';

/**
 * Computes the rows to add to a dataset or to correct in it. New rows are known from today on, so that talks for
 * earlier days never change, unless history is filled in.
 */
export function mergeFresh(
  dataset: Dataset | null,
  fresh: Fresh,
  options: MergeOptions,
): DatasetEdit[] {
  if (isTable(fresh)) return mergeTable(dataset, fresh, options);
  const known = dataset?.rows ?? [];
  const added: Row[] = [];
  const inOrder = fresh.rows.toSorted((a, b) => compareDates(a.asOf ?? '0000', b.asOf ?? '0000'));
  return inOrder.flatMap((row) => {
    const edit = mergeRow(known, added, row, options);
    if (edit?.kind === 'add-row') added.push(edit.row);
    return edit ? [edit] : [];
  });
}

function mergeRow(
  known: readonly Row[],
  added: readonly Row[],
  fresh: Row,
  options: MergeOptions,
): DatasetEdit | null {
  const { blank } = options;
  const index = findKnown(known, fresh, options);
  const knownRow = known[index];
  if (knownRow) {
    return (
      correctRow(knownRow, index, fresh, options) ?? correctSince(known, index, fresh, options)
    );
  }
  if (repeatsLast([...known, ...added], fresh, options)) return null;
  const { since: _since, ...cells } = fresh;
  const since = findSince(fresh, options);
  const row: Row = { ...blank, ...cells, ...(since === undefined ? {} : { since }) };
  return {
    kind: 'add-row',
    row: signRow(row, known, options),
    after: placeOf(known, row),
    isCorrection: false,
  };
}

/** Returns the index of the newest row with the fact of a fresh row; -1 for a new fact. */
function findKnown(known: readonly Row[], fresh: Row, options: MergeOptions): number {
  const fact = tellerOf({ ...fresh, source: options.id }, options);
  if (fact === null) return known.findLastIndex((row) => isEqual(cellsOf(row), cellsOf(fresh)));
  return known.reduce(
    (found, row, index) =>
      tellerOf(row, options) === fact && (found < 0 || isLater(row, known[found])) ? index : found,
    -1,
  );
}

function isLater(row: Row, other: Row | undefined): boolean {
  return compareDates(row.since ?? '0000', other?.since ?? '0000') >= 0;
}

function correctRow(
  knownRow: Row,
  index: number,
  fresh: Row,
  options: MergeOptions,
): DatasetEdit | null {
  if (isSettled(knownRow)) return null;
  const changes = Object.entries(cellsOf(fresh))
    .map(([column, cell]) => [column, overlay(knownRow[column], cell)] as const)
    .filter(([column, cell]) => !isEqual(cell, knownRow[column]));
  const isDoubt = fresh.exact === undefined && knownRow.exact === false;
  if (changes.length === 0) return null;
  const isNew = isOfNow(knownRow.asOf, options) && knownRow.source === options.id;
  const row: Row = {
    ...knownRow,
    ...Object.fromEntries(changes),
    ...(isNew ? {} : { since: correctedOn(knownRow.asOf, options) }),
  };
  if (isDoubt) delete row.exact;
  const signed = signRow(row, [knownRow], options);
  if (!isNew && !isOfNow(knownRow.since, options))
    return { kind: 'add-row', row: signed, after: index, isCorrection: true };
  const was = Object.fromEntries(changes.map(([column]) => [column, knownRow[column] ?? null]));
  const corrected = traceOf(knownRow, { retrieved: knownRow.retrieved ?? null, ...was });
  return { kind: 'correct-row', index, row: { ...signed, corrected } };
}

/** Null means "not known", so it never replaces a known value at any depth. */
function overlay(known: Cell | undefined, fresh: Cell | undefined): Cell | undefined {
  if (fresh === null || fresh === undefined) return known;
  if (!isObject(known) || !isObject(fresh)) return fresh;
  const cells = Object.entries(fresh).map(([name, cell]) => [name, overlay(known[name], cell)]);
  return { ...known, ...Object.fromEntries(cells) } as Cell;
}

function isObject(cell: Cell | undefined): cell is { [key: string]: Cell } {
  return typeof cell === 'object' && cell !== null && !Array.isArray(cell);
}

/** Reports whether a dated row repeats the newest one before it too soon to be added. */
function repeatsLast(known: readonly Row[], fresh: Row, options: MergeOptions): boolean {
  const { key, updateDays } = options;
  const { asOf } = fresh;
  if (asOf === undefined || key !== null) return false;
  const told = options.prefer ? known.filter(({ source }) => source === options.id) : known;
  const before = told.filter((row) => row.asOf !== undefined && compareDates(row.asOf, asOf) < 0);
  const last = before.sort((a, b) => compareDates(a.asOf ?? '', b.asOf ?? '')).at(-1);
  if (!last?.asOf || clockDay(asOf) - clockDay(last.asOf) >= updateDays) return false;
  return isEqual({ ...cellsOf(fresh), exact: 0 }, { ...cellsOf(last), exact: 0 });
}

/** Sets the source of a row, and orders its cells as in the others. */
function signRow(row: Row, known: readonly Row[], { id, today }: MergeOptions): Row {
  const {
    asOf,
    since,
    source: _source,
    pinned: _pinned,
    retired: _retired,
    retrieved: _retrieved,
    corrected: _corrected,
    ...cells
  } = row;
  const { exact, ...columns } = cells;
  const order = Object.keys(known.at(-1) ?? {});
  const rank = (name: string): number =>
    order.includes(name) ? order.indexOf(name) : order.length;
  const sorted = Object.entries(columns).sort(([a], [b]) => rank(a) - rank(b));
  return {
    ...(asOf === undefined ? {} : { asOf }),
    ...Object.fromEntries(sorted),
    ...(exact === undefined ? {} : { exact }),
    ...(since === undefined ? {} : { since }),
    source: id,
    retrieved: today,
  };
}

/** Rows of a series are ordered by date; other rows are appended. */
function placeOf(known: readonly Row[], { asOf }: Row): number {
  if (asOf === undefined) return known.length - 1;
  return known.findLastIndex((row) => compareDates(row.asOf ?? '0000', asOf) <= 0);
}
