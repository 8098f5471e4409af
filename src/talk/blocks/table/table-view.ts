import { formatCell } from '../../data/value/format.ts';
import type { BlockContext } from '../../model/block.ts';
import type { DataUse, DatasetView, Row } from '../../model/dataset.ts';
import { fillText } from '../fill.ts';
import { cellAt, filterRows, type Where } from '../../data/row-cells.ts';
import { checkColumn } from '../row-filter.ts';
import { remarkOn } from './table-periods.ts';
import { toColumn, type TableCell, type TableHead } from './table-column.ts';
import type { TableSpec } from './table-spec.ts';

/** A row of cells. */
export interface TableRow {
  cells: TableCell[];
  isMarked: boolean;
  isLit: boolean;
}

/** Rows under one heading; the label is null where the table has no groups. */
export interface TableGroup {
  label: string | null;
  rows: TableRow[];
}

/** The content of a table. */
export interface TableView {
  caption: string | null;
  heads: TableHead[];
  groups: TableGroup[];
  uses: DataUse[];
}

/** Computes the content of a table; returns null after reporting an error. */
export function tableView(
  spec: TableSpec,
  data: DatasetView,
  rows: readonly Row[],
  context: BlockContext,
): TableView | null {
  const columns = spec.columns.map((column, index) => toColumn(column, index, data, rows, context));
  const { group } = spec;
  let isGood = columns.every((column) => column !== null);
  if (group !== undefined) isGood = checkColumn(group, data, context, ['group']) && isGood;
  isGood = checkHighlight(spec, data, context) && isGood;
  const caption = spec.caption === undefined ? null : fillText(spec.caption, ['caption'], context);
  if (!isGood || (spec.caption !== undefined && !caption)) return null;
  const known = columns.filter((column) => column !== null);
  const marked = keep(rows, spec.mark);
  const lit = keep(rows, spec.highlight?.row);
  const toRow = (row: Row): TableRow => ({
    cells: known.map(({ cellOf }) => cellOf(row)),
    isMarked: marked.has(row),
    isLit: lit.has(row),
  });
  const groups = groupRows(rows, group).map(([label, members]) => ({
    label,
    rows: members.map(toRow),
  }));
  const wanted = new Set([spec.highlight?.column ?? []].flat());
  const heads = known.map(({ head }, index) => ({
    ...head,
    isLit: wanted.has(nameOf(spec.columns[index])),
  }));
  const uses = [...known.flatMap((column) => column.uses), ...(caption?.uses ?? [])];
  return { caption: remarkOn(data, caption?.text ?? null), heads, groups, uses };
}

function nameOf(column: TableSpec['columns'][number] | undefined): string {
  return typeof column === 'string' ? column : (column?.column ?? '');
}

function keep(rows: readonly Row[], where: Where | undefined): Set<Row> {
  return new Set(where === undefined ? [] : filterRows(rows, where));
}

function groupRows(
  rows: readonly Row[],
  group: string | undefined,
): [label: string | null, rows: Row[]][] {
  if (group === undefined) return [[null, [...rows]]];
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const label = formatCell(cellAt(row, group)) ?? 'no data';
    groups.set(label, [...(groups.get(label) ?? []), row]);
  }
  return [...groups];
}

function checkHighlight(
  { highlight, mark }: TableSpec,
  data: DatasetView,
  context: BlockContext,
): boolean {
  const paths = [
    ...[highlight?.column ?? []]
      .flat()
      .map((column) => ({ column, path: ['highlight', 'column'] })),
    ...Object.keys(highlight?.row ?? {}).map((column) => ({
      column,
      path: ['highlight', 'row', column],
    })),
    ...Object.keys(mark ?? {}).map((column) => ({ column, path: ['mark', column] })),
  ];
  return paths.map(({ column, path }) => checkColumn(column, data, context, path)).every(Boolean);
}
