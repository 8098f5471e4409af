import {
  brokenDataset,
  noHistory,
  noRowAgo,
  noRowKey,
  unknownColumn,
  unknownDataset,
  unknownRow,
} from '../model/catalogue.ts';
import type { Cell, DataUse, Dataset, DatasetView, IsoDate, Row } from '../model/dataset.ts';
import type { Problem, Span } from '../model/problem.ts';
import type { TalkMeta } from '../model/talk.ts';
import type { Period } from './date.ts';
import { daysBetween, endOf, periodDays, printPeriod, startOf, subtractPeriod } from './date.ts';
import type { Expression, Part } from './expression.ts';
import { cutDataset, knownEditions, useRow, useRows, viewDataset } from './view.ts';

/** What a value is computed from. */
export interface ValueContext {
  asOf: IsoDate;
  talk: TalkMeta;
  /** The whole dataset, not cut to the date; undefined where there is none. */
  dataset(name: string): Dataset | undefined;
  /** All names, for hints. */
  datasetNames: readonly string[];
  /** Tells whether there is a file of that name that could not be read as a dataset; defaults to no. */
  isBroken?(name: string): boolean;
}

/** A problem with a part of a value expression; the caller knows where the expression stands. */
export interface ValueProblem {
  /** Of the faulty part, from the expression's first character. */
  offset: number;
  length: number;
  /** Makes the problem, given the place of that part. */
  at(span: Span): Problem;
}

/** A figure or fact on its way through the filters. */
export interface Found {
  cell: Cell;
  exact: boolean;
  uses: DataUse[];
}

/** A step that may fail at a part of the expression. */
export type Step<T> = { ok: true; value: T } | { ok: false; problem: ValueProblem };

/** A time to go back to, and the part of the expression that asks for it. */
export interface Back {
  period: Period;
  part: Part;
}

interface DatedRow {
  row: Row;
  view: DatasetView;
}

/** Ties a problem to a part of the expression. */
export function faultAt(
  { offset, length }: Pick<Part, 'offset' | 'length'>,
  at: (span: Span) => Problem,
): { ok: false; problem: ValueProblem } {
  return { ok: false, problem: { offset, length, at } };
}

/** Finds the cell an expression's path names on the talk's date, or a period before its newest row. */
export function findValue(
  expression: Expression,
  context: ValueContext,
  back: Back | null,
): Step<Found> {
  if (expression.root.text === 'talk') return findTalkValue(expression, context, back);
  const found = findDataset(expression.root, context);
  if (!found.ok) return found;
  const dataset = found.value;
  const selected = selectPath(expression, dataset);
  const now = findRow(dataset, context.asOf, selected);
  if (!now.ok) return now;
  const then = back ? goBack(dataset, now.value, selected, context.asOf, back) : now;
  if (!then.ok) return then;
  const { row, view } = then.value;
  const cell = drill(row, view, selected.path);
  if (!cell.ok) return cell;
  return {
    ok: true,
    value: { cell: cell.value, exact: row.exact !== false, uses: [useRow(view, row)] },
  };
}

/** Counts the rows of a dataset on the talk's date, or the items of a list in a cell. */
export function countValue(expression: Expression, context: ValueContext): Step<Found> {
  const { root, key, path } = expression;
  if (root.text !== 'talk' && !key && path.length === 0) {
    const found = findDataset(root, context);
    if (!found.ok) return found;
    const cut = viewDataset(found.value, context.asOf);
    if (!cut.ok) return faultAt(root, cut.problem);
    const { view } = cut;
    return { ok: true, value: { cell: view.rows.length, exact: true, uses: useRows(view) } };
  }
  const found = findValue(expression, context, null);
  if (!found.ok || !Array.isArray(found.value.cell)) return found;
  return { ok: true, value: { ...found.value, cell: found.value.cell.length } };
}

function findTalkValue(
  { root, key, path }: Expression,
  { talk, asOf }: ValueContext,
  back: Back | null,
): Step<Found> {
  if (back) return faultAt(back.part, (span) => noHistory('talk', back.part.text, span));
  const part = key ?? path[0] ?? root;
  const values = new Map<string, Cell>(Object.entries({ ...talk, asOf }));
  const cell = values.get(part.text);
  const extra = path[key ? 0 : 1];
  if (cell === undefined || extra) {
    const wrong = cell === undefined ? part : (extra ?? part);
    return faultAt(wrong, (span) => unknownColumn(wrong.text, 'talk', [...values.keys()], span));
  }
  return { ok: true, value: { cell, exact: true, uses: [] } };
}

function findDataset(root: Part, context: ValueContext): Step<Dataset> {
  const dataset = context.dataset(root.text);
  if (dataset) return { ok: true, value: dataset };
  if (context.isBroken?.(root.text)) return faultAt(root, (span) => brokenDataset(root.text, span));
  return faultAt(root, (span) => unknownDataset(root.text, context.datasetNames, span));
}

interface Selection {
  root: Part;
  /** The row by name; null for the newest or only one. */
  key: Part | null;
  /** Whether the last row was asked for by name. */
  isLast: boolean;
  path: Part[];
}

function selectPath({ root, key, path }: Expression, dataset: Dataset): Selection {
  const isLast = !key && path[0]?.text === 'last' && !dataset.columns.includes('last');
  return { root, key, isLast, path: isLast ? path.slice(1) : path };
}

function findRow(dataset: Dataset, asOf: IsoDate, selected: Selection): Step<DatedRow> {
  const cut = viewDataset(dataset, asOf);
  if (!cut.ok) return faultAt(selected.root, cut.problem);
  const row = pickRow(cut.view, selected);
  if (row) return { ok: true, value: { row, view: cut.view } };
  return missingRow(dataset, cut.view, selected);
}

/** The row a selection names in a view; a whole table without one has its own date and source to tell. */
function pickRow(view: DatasetView, { key, isLast, path }: Selection): Row | undefined {
  if (key) return view.rows.findLast((row) => view.key !== null && isKey(row[view.key], key.text));
  if (view.kind === 'series' || isLast || view.rows.length === 1) return view.rows.at(-1);
  const first = view.rows[0];
  return path[0]?.text === 'asOf' && view.asOf && first ? { asOf: view.asOf } : undefined;
}

function missingRow(dataset: Dataset, view: DatasetView, selected: Selection): Step<never> {
  const { key, root } = selected;
  const column = view.key;
  const keys = column === null ? [] : view.rows.map((row) => String(row[column]));
  if (key) return faultAt(key, (span) => unknownRow(key.text, dataset.name, keys, span));
  return faultAt(root, (span) => noRowKey(dataset.name, view.rows.length, keys, span));
}

function isKey(cell: Cell | undefined, key: string): boolean {
  return cell !== undefined && cell !== null && String(cell) === key;
}

function goBack(
  dataset: Dataset,
  now: DatedRow,
  selected: Selection,
  asOf: IsoDate,
  { period, part }: Back,
): Step<DatedRow> {
  const date = dateOf(now);
  if (!date) return faultAt(part, (span) => noHistory(dataset.name, part.text, span));
  const target = subtractPeriod(date, period);
  const rows = history(dataset, selected, asOf);
  const found = rows.findLast((row) => startOf(dateOf(row) ?? '') <= endOf(target));
  const distance = found ? daysBetween(dateOf(found) ?? '', target) : Infinity;
  if (found && distance * 2 <= periodDays(period)) return { ok: true, value: found };
  const dates = rows.map(dateOf).filter((known) => known !== null);
  return faultAt(part, (span) =>
    noRowAgo({ dataset: dataset.name, period: printPeriod(period), target, dates }, span),
  );
}

/** Every telling of the selected row, oldest first. */
function history(dataset: Dataset, selected: Selection, asOf: IsoDate): DatedRow[] {
  const cut = cutDataset(dataset, asOf);
  if (dataset.kind === 'series') {
    const { key } = selected;
    const column = dataset.key;
    return cut.rows
      .filter((row) => !key || column === null || isKey(row[column], key.text))
      .map((row) => ({ row, view: cut }));
  }
  return knownEditions(dataset, asOf).flatMap((edition) => {
    const view = cutDataset({ ...dataset, editions: [edition] }, asOf);
    const row = pickRow(view, selected);
    return row ? [{ row, view }] : [];
  });
}

function dateOf({ row, view }: DatedRow) {
  return row.asOf ?? view.asOf;
}

/** Follows a path into a row; what the row leaves out is null, what no row has is a problem. */
function drill(row: Row, view: DatasetView, path: readonly Part[]): Step<Cell> {
  const [column, ...rest] = path;
  if (!column) {
    return { ok: true, value: row as { [key: string]: Cell } };
  }
  const known = Object.hasOwn(row, column.text) || isColumn(column.text, view);
  if (!known) {
    return faultAt(column, (span) => unknownColumn(column.text, view.name, view.columns, span));
  }
  let cell = cellOf(row, column.text, view);
  for (const part of rest) {
    if (cell === null) break;
    const inner = typeof cell === 'object' && !Array.isArray(cell) ? cell : {};
    if (!Object.hasOwn(inner, part.text)) {
      const names = Object.keys(inner);
      return faultAt(part, (span) => unknownColumn(part.text, view.name, names, span));
    }
    cell = inner[part.text] ?? null;
  }
  return { ok: true, value: cell };
}

const BOOKKEEPING = ['asOf', 'source', 'retrieved', 'since', 'exact'];

function isColumn(name: string, view: DatasetView): boolean {
  return view.columns.includes(name) || BOOKKEEPING.includes(name);
}

function cellOf(row: Row, column: string, view: DatasetView): Cell {
  if (column === 'asOf') return row.asOf ?? view.asOf;
  const cell = row[column] ?? null;
  return column === 'source' ? (view.sources[String(cell)]?.name ?? null) : cell;
}
