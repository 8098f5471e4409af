import type { Cell, Dataset, DatasetView, IsoDate, PartialDate, Row } from '../../model/dataset.ts';
import { findNearest } from '../ago.ts';
import { subtractPeriod } from '../date.ts';
import { printPeriod } from '../../text/duration.ts';
import type { Expression, Part } from './expression.ts';
import type { Back, Step } from './found.ts';
import { faultAt } from './found.ts';
import { cutDataset, knownEditions, viewDataset } from '../view.ts';
import { printShort, printValue } from '../../text/value/value-text.ts';

/** A row and the view that shows it. */
export interface DatedRow {
  row: Row;
  view: DatasetView;
}

/** The selected row of a dataset, and the path into it. */
export interface Selection {
  root: Part;
  /** The row by name; null for the newest or only one. */
  key: Part | null;
  /** Whether the last row is selected by name. */
  isLast: boolean;
  path: Part[];
}

/** Reads the row selection of an expression: by key, `last`, or the newest. */
export function selectPath({ root, key, path }: Expression, dataset: Dataset): Selection {
  const isLast = !key && path[0]?.text === 'last' && !dataset.columns.includes('last');
  return { root, key, isLast, path: isLast ? path.slice(1) : path };
}

/** Finds the selected row on a day. */
export function findRow(dataset: Dataset, asOf: IsoDate, selected: Selection): Step<DatedRow> {
  const cut = viewDataset(dataset, asOf);
  if (!cut.ok) return faultAt(selected.root, cut.problem);
  const row = pickRow(cut.view, selected);
  if (row) return { ok: true, value: { row, view: cut.view } };
  return missingRow(dataset, cut.view, selected);
}

/** Picks the selected row of a view; without a selection, a whole table provides its own date and source. */
function pickRow(view: DatasetView, { key, isLast, path }: Selection): Row | undefined {
  if (key) return view.rows.findLast((row) => view.key !== null && isKey(row[view.key], key.text));
  if (view.kind === 'series' || isLast || view.rows.length === 1) return view.rows.at(-1);
  const first = view.rows[0];
  return path[0]?.text === 'asOf' && view.asOf && first ? { asOf: view.asOf } : undefined;
}

function missingRow(dataset: Dataset, view: DatasetView, selected: Selection): Step<never> {
  const { key, root } = selected;
  const column = view.key;
  const named = column === null ? [] : view.rows.map((row) => row[column]);
  const keys = named.filter((cell) => cell !== undefined && cell !== null).map(printShort);
  if (key) return faultAt(key, (span, say) => say.unknownRow(key.text, dataset.name, keys, span));
  return faultAt(root, (span, say) => say.noRowKey(dataset.name, view.rows.length, keys, span));
}

function isKey(cell: Cell | undefined, key: string): boolean {
  return cell !== undefined && cell !== null && printValue(cell) === key;
}

/** Finds the selected row nearest to one period earlier. */
export function goBack(
  dataset: Dataset,
  now: DatedRow,
  selected: Selection,
  asOf: IsoDate,
  { period, part }: Back,
): Step<DatedRow> {
  const date = dateOf(now);
  if (!date) return faultAt(part, (span, say) => say.noHistory(dataset.name, part.text, span));
  const rows = history(dataset, selected, asOf);
  const found = rows[findNearest(rows.map(dateOf), date, period)];
  if (found) return { ok: true, value: found };
  const target = subtractPeriod(date, period);
  const dates = rows.map(dateOf).filter((known) => known !== null);
  return faultAt(part, (span, say) =>
    say.noRowAgo({ dataset: dataset.name, period: printPeriod(period), target, dates }, span),
  );
}

/** Returns all versions of the selected row, oldest first. */
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

function dateOf({ row, view }: DatedRow): PartialDate | null {
  return row.asOf ?? view.asOf;
}
