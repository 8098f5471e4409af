import type { Cell, Row } from '../model/dataset.ts';
import { printValue } from '../text/value/value-text.ts';

/** The cells that a row must have: by column, one value or several alternatives. */
export type Where = Record<string, Cell | Cell[]>;

/** Follows `column.key` into a row; null when the path leads nowhere. */
export function cellAt(row: Row, column: string): Cell {
  let cell: Cell = row as { [key: string]: Cell };
  for (const key of column.split('.')) {
    if (typeof cell !== 'object' || cell === null || Array.isArray(cell)) return null;
    cell = Object.hasOwn(cell, key) ? (cell[key] ?? null) : null;
  }
  return cell;
}

/** Returns a cell of a row as text; null when it has none. */
export function textAt(row: Row, column: string): string | null {
  const cell = cellAt(row, column);
  return typeof cell === 'string' && cell !== '' ? cell : null;
}

/** Returns the rows with the given cells; a number equals its text. */
export function filterRows(rows: readonly Row[], where: Where = {}): Row[] {
  const wanted = Object.entries(where).map(([column, cells]) => [column, [cells].flat()] as const);
  return rows.filter((row) =>
    wanted.every(([column, cells]) => {
      const cell = cellAt(row, column);
      return cells.some((one) => printValue(one) === printValue(cell));
    }),
  );
}
