import { isPartialDate } from '../../../data/date.ts';
import { cellAt } from '../../../data/row-cells.ts';
import type { BlockPath, ColumnUse } from '../../../model/block.ts';
import type { DatasetView } from '../../../model/dataset.ts';
import type { Problem, Span } from '../../../model/problem.ts';
import { noNumbers, unknownColumn } from '../../../problems/problems.ts';

/** Reports a problem at a key of a block's body. */
export type Report = (path: BlockPath, problem: (span: Span) => Problem) => void;

/** Finds the column of dates: that which the block names, or the only one of a dataset without dates; null for the rows' own. */
export function findDate(view: DatasetView, uses: readonly ColumnUse[]): string | null {
  const named = uses.find(({ role }) => role === 'along')?.column;
  if (named !== undefined && holdsDates(view, named)) return named;
  if (view.kind === 'series') return null;
  return view.columns.find((column) => holdsDates(view, column)) ?? null;
}

function holdsDates({ rows }: DatasetView, column: string): boolean {
  const cells = rows.map((row) => cellAt(row, column)).filter((cell) => cell !== null);
  return cells.length > 0 && cells.every(isPartialDate);
}

/** Reports a column that a dataset does not have; `more` are names that are there as well. */
export function checkColumn(
  column: string,
  path: BlockPath,
  view: DatasetView,
  report: Report,
  more: readonly string[] = [],
): boolean {
  const [name = ''] = column.split('.');
  const isKnown = view.columns.includes(name) || view.rows.some((row) => row[name] !== undefined);
  if (!isKnown)
    report(path, (span) => unknownColumn(name, view.name, [...view.columns, ...more], span));
  return isKnown;
}

/** Reports a column that is not there, or without numbers. */
export function checkNumbers(
  column: string | null,
  path: BlockPath,
  view: DatasetView,
  report: Report,
): void {
  if (column === null || !checkColumn(column, path, view, report)) return;
  if (!isNumeric(view, column)) report(path, (span) => noNumbers(view.name, span, column));
}

/** Reports whether a column holds a number. */
export function isNumeric({ rows }: DatasetView, column: string): boolean {
  return rows.some((row) => typeof cellAt(row, column) === 'number');
}
