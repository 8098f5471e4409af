import type { BoxCell, TableBox } from '../../talk/model/boxes.ts';
import { isSeen, measure, round, toHex } from './style.ts';
import { readParagraphs } from './text.ts';

/** Reads a table with the widths that its columns have on the slide. */
export function readTable(table: HTMLTableElement, origin: DOMRect): TableBox | null {
  const rows = [...table.rows].filter(isSeen);
  const cells = rows.map((row) => [...row.cells].filter(isSeen));
  const widths = measureColumns(cells);
  const first = rows[0]?.getBoundingClientRect();
  const last = rows.at(-1)?.getBoundingClientRect();
  if (widths.length === 0 || !first || !last) return null;
  const place = measure(
    new DOMRect(first.left, first.top, first.width, last.bottom - first.top),
    origin,
  );
  return {
    kind: 'table',
    ...place,
    rows: cells.map((row) => row.map(readCell)),
    widths,
    heights: rows.map((row) => round(row.getBoundingClientRect().height)),
  };
}

/** The edges of all cells are the edges of the columns. */
function measureColumns(rows: readonly HTMLTableCellElement[][]): number[] {
  const widths = new Map<number, number>();
  for (const row of rows) {
    let column = 0;
    for (const cell of row) {
      if (cell.colSpan === 1) widths.set(column, cell.getBoundingClientRect().width);
      column += cell.colSpan;
    }
  }
  const count = Math.max(0, ...widths.keys()) + (widths.size > 0 ? 1 : 0);
  return Array.from({ length: count }, (_, column) => round(widths.get(column) ?? 0));
}

function readCell(cell: HTMLTableCellElement): BoxCell {
  return {
    paragraphs: readParagraphs([...cell.childNodes], cell),
    isHead: cell.matches('th'),
    columns: cell.colSpan,
    rows: cell.rowSpan,
    fill: toHex(getComputedStyle(cell).backgroundColor),
  };
}
