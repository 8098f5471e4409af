import type { Cell, Row } from '../model/dataset.ts';

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
