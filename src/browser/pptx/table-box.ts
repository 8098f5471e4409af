import type { BoxCell, BoxLine, TableBox } from '../../talk/model/pptx-boxes.ts';
import { findGround, toHex } from './css/css-colour.ts';
import { isSeen, measure, round } from './text-style.ts';
import { readParagraphs } from './text-box.ts';

/** Reads a table with its column widths on the slide. */
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
    rows: cells.map((row) => row.map((cell) => readCell(cell, table))),
    widths,
    heights: rows.map((row) => round(row.getBoundingClientRect().height)),
    isRightToLeft: getComputedStyle(table).direction === 'rtl',
  };
}

/** Derives the edges of the columns from those of all cells. */
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

function readCell(cell: HTMLTableCellElement, table: HTMLTableElement): BoxCell {
  const style = getComputedStyle(cell);
  const behind = findGround(cell.parentElement);
  const column = table.querySelectorAll('col')[cell.cellIndex];
  // The wash of what is marked is a picture for browsers, which leaves a gap at its end.
  const wash = style.backgroundImage === 'none' ? '' : style.getPropertyValue('--wash');
  const fill = toHex(wash || style.backgroundColor, behind);
  const isLit = cell.parentElement && getComputedStyle(cell.parentElement).backgroundColor;
  const row = isLit ? toHex(isLit, findGround(table)) : null;
  const band = column ? toHex(getComputedStyle(column).backgroundColor, behind) : null;
  return {
    paragraphs: readParagraphs([...cell.childNodes], cell),
    isHead: cell.matches('th'),
    columns: cell.colSpan,
    rows: cell.rowSpan,
    fill: fill ?? row ?? band,
    line: readLine(cell),
    padding: [
      round(Number.parseFloat(style.paddingLeft)),
      round(Number.parseFloat(style.paddingRight)),
    ],
  };
}

/** Reads the line beneath a cell: its own, its row's, or that of the head. */
function readLine(cell: HTMLTableCellElement): BoxLine | null {
  const row = cell.parentElement;
  const group = row && row.nextElementSibling === null ? row.parentElement : null;
  for (const element of [cell, row, group]) {
    if (!element) continue;
    const { borderBottomWidth, borderBottomColor, borderBottomStyle } = getComputedStyle(element);
    const width = Number.parseFloat(borderBottomWidth);
    const colour = toHex(borderBottomColor, findGround(cell));
    if (width > 0 && borderBottomStyle !== 'none' && colour !== null) return { colour, width };
  }
  return null;
}
