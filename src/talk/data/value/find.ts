import type { Cell, Dataset, DatasetView, Row } from '../../model/dataset.ts';
import type { Expression, Part } from './expression.ts';
import type { Back, Found, Step, ValueContext } from './found.ts';
import { faultAt } from './found.ts';
import { findRow, goBack, selectPath } from './select.ts';
import { markEarlier, useRow, useRows, viewDataset } from '../view.ts';
import { printValue } from '../../text/value/value-text.ts';

/** Finds the cell of an expression's path on the talk's date, or one period before its newest row. */
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
  const use = useRow(view, row);
  const uses = [back ? markEarlier(use) : use];
  return {
    ok: true,
    value: { cell: cell.value, exact: row.exact !== false, uses, unit: view.unit },
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
  if (back) return faultAt(back.part, (span, say) => say.noHistory('talk', back.part.text, span));
  const part = key ?? path[0] ?? root;
  const values = new Map(Object.entries({ ...talk, asOf }).filter(isOwn));
  const cell = values.get(part.text);
  const extra = path[key ? 0 : 1];
  if (cell === undefined || extra) {
    const wrong = cell === undefined ? part : (extra ?? part);
    return faultAt(wrong, (span, say) =>
      say.unknownColumn(wrong.text, 'talk', [...values.keys()], span),
    );
  }
  return { ok: true, value: { cell, exact: true, uses: [] } };
}

/** Keys of the words at the head and foot of slides, which hold values and are not values themselves. */
function isOwn<Value>(entry: [string, Value]): entry is [string, Exclude<Value, object>] {
  return entry[0] !== 'edges';
}

function findDataset(root: Part, context: ValueContext): Step<Dataset> {
  const dataset = context.dataset(root.text);
  if (dataset) return { ok: true, value: dataset };
  return faultAt(root, (span, say) => say.unknownDataset(root.text, context.datasetNames, span));
}

/** Follows a path into a row; a missing cell is null, and a column without any cell is a problem. */
function drill(row: Row, view: DatasetView, path: readonly Part[]): Step<Cell> {
  const [column, ...rest] = path;
  if (!column) {
    return { ok: true, value: row as { [key: string]: Cell } };
  }
  const known = Object.hasOwn(row, column.text) || isColumn(column.text, view);
  if (!known) {
    return faultAt(column, (span, say) =>
      say.unknownColumn(column.text, view.name, view.columns, span),
    );
  }
  let cell = cellOf(row, column.text, view);
  for (const part of rest) {
    if (cell === null) break;
    const inner = typeof cell === 'object' && !Array.isArray(cell) ? cell : {};
    if (!Object.hasOwn(inner, part.text)) {
      const names = Object.keys(inner);
      return faultAt(part, (span, say) => say.unknownColumn(part.text, view.name, names, span));
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
  return column === 'source' ? (view.sources[printValue(cell)]?.name ?? null) : cell;
}
