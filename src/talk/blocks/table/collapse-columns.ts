import type { TableHead } from './table-column.ts';
import type { TableView } from './table-view.ts';

/** Shows neighbouring columns of the same cells as one, below all their heads. */
export function collapseColumns(view: TableView): TableView {
  const columns = view.heads.map((head, index) => ({
    head,
    cells: writeCells(view, index),
    index,
  }));
  const kept = columns.filter(({ cells }, index) => cells !== columns[index - 1]?.cells);
  const heads = kept.map(({ index }, place) => {
    const end = kept[place + 1]?.index ?? columns.length;
    return joinHeads(view.heads.slice(index, end));
  });
  const groups = view.groups.map(({ label, rows }) => ({
    label,
    rows: rows.map((row) => ({
      ...row,
      cells: row.cells.filter((_, index) => kept.some((one) => one.index === index)),
    })),
  }));
  return { ...view, heads, groups };
}

/** Writes the cells of a column and how they stand, to be compared with those of another. */
function writeCells({ heads, groups }: TableView, index: number): string {
  const { align, isMarked } = heads[index] ?? {};
  const cells = groups.flatMap(({ rows }) => rows.map((row) => row.cells[index]));
  return JSON.stringify([align, isMarked, cells]);
}

function joinHeads(heads: readonly TableHead[]): TableHead {
  const [first] = heads;
  const label = heads
    .map((head) => head.label)
    .filter(Boolean)
    .join(', ');
  return {
    align: first?.align ?? 'left',
    isMarked: first?.isMarked ?? false,
    label,
    isLit: heads.some(({ isLit }) => isLit),
  };
}
