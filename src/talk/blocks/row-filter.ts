import * as v from 'valibot';
import type { BlockContext } from '../model/block.ts';
import { nothingToShow } from '../problems/block-problems.ts';
import { unknownColumn } from '../problems/lookup-problems.ts';
import type { Cell, DatasetView, Row } from '../model/dataset.ts';
import { cellAt, filterRows, type Where } from '../data/row-cells.ts';
import { compareVersions, isVersion } from './version.ts';
import { printValue } from '../text/value/value-text.ts';

const PLAIN = v.union([v.string(), v.number(), v.boolean(), v.null()]);

/** Schema of `Where`. */
export const WHERE = v.record(v.string(), v.union([PLAIN, v.array(PLAIN)]));

/** Schema of the keys that select rows. */
export const ROW_KEYS = {
  data: v.string(),
  where: v.optional(WHERE),
  sort: v.optional(v.string()),
  order: v.optional(v.picklist(['asc', 'desc'])),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
};

/** Which rows a block shows, and in what order. */
export interface RowSpec {
  data: string;
  where?: Where;
  /** Column to sort by; defaults to the order of the data. */
  sort?: string;
  /** Defaults to asc. */
  order?: 'asc' | 'desc';
  /** How many rows are shown at most; defaults to all. */
  limit?: number;
}

/** The rows that a block shows, with their dataset. */
export interface ChosenRows {
  data: DatasetView;
  rows: Row[];
}

/** Selects the rows that a block shows; returns null after reporting an error. */
export function chooseRows(spec: RowSpec, context: BlockContext, block: string): ChosenRows | null {
  const data = context.dataset(spec.data, ['data']);
  if (!data) return null;
  let isGood = true;
  for (const column of Object.keys(spec.where ?? {})) {
    isGood = checkColumn(column, data, context, ['where', column]) && isGood;
  }
  if (spec.sort !== undefined) isGood = checkColumn(spec.sort, data, context, ['sort']) && isGood;
  if (!isGood) return null;
  const rows = sortRows(filterRows(data.rows, spec.where), spec).slice(0, spec.limit);
  if (rows.length > 0) return { data, rows };
  context.report(nothingToShow(block, data.name, context.spanOf(['data'])));
  return null;
}

/** Reports whether a dataset has a column; adds a problem at `path` when it has not. */
export function checkColumn(
  column: string,
  data: DatasetView,
  context: BlockContext,
  path: readonly (string | number)[],
): boolean {
  const [name = ''] = column.split('.');
  const isKnown = data.columns.includes(name) || data.rows.some((row) => row[name] !== undefined);
  if (isKnown) return true;
  context.report(unknownColumn(name, data.name, data.columns, context.spanOf(path)));
  return false;
}

function sortRows(rows: Row[], { sort, order }: RowSpec): Row[] {
  if (sort === undefined) return rows;
  const sign = order === 'desc' ? -1 : 1;
  return rows.sort((a, b) => sign * compareCells(cellAt(a, sort), cellAt(b, sort)));
}

function compareCells(a: Cell, b: Cell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [printValue(a ?? ''), printValue(b ?? '')];
  if (isVersion(left) && isVersion(right)) return compareVersions(left, right);
  return left === right ? 0 : left < right ? -1 : 1;
}
