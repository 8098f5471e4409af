import type { Cell, DatasetView, Row } from '../model/dataset.ts';
import type { SharedPlace } from '../problems/chart-problems.ts';
import { printValue } from '../text/value/value-text.ts';
import type { SharedRows } from './chart/chart-shared.ts';

/** The drawing of rows that share a place. */
export interface SharedContext extends Pick<SharedPlace, 'block' | 'key'> {
  data: DatasetView;
  /** Columns that it reads. */
  used: readonly (string | null)[];
}

/** Describes rows that share a place, for their author: where they are, and in which column they differ. */
export function describeShared(
  { place, groups }: SharedRows,
  { block, data, used, key }: SharedContext,
): SharedPlace {
  const [first = []] = groups;
  const column = findColumn(groups, data, used);
  const cell = first[0]?.[column ?? ''] ?? null;
  return {
    block,
    dataset: data.name,
    place,
    count: first.length,
    differ: column === null ? null : { column, cell: printValue(cell) },
    key,
  };
}

/**
 * Picks the column, other than the used ones, that separates most of the rows that share a place; words come before
 * numbers, which are often measured. Null where the rows are equal.
 */
function findColumn(
  shared: readonly (readonly Row[])[],
  data: DatasetView,
  used: readonly (string | null)[],
): string | null {
  let best: string | null = null;
  let most = 0;
  for (const column of data.columns.filter((name) => !used.includes(name))) {
    const score = shared.reduce((sum, rows) => sum + countKinds(rows, column), 0);
    const isWord = typeof shared[0]?.[0]?.[column] === 'string';
    const weighed = score === 0 ? 0 : score + (isWord ? 0.5 : 0);
    if (weighed > most) [best, most] = [column, weighed];
  }
  return best;
}

/** Counts the differences of rows in a column: 0 when all cells are equal. */
function countKinds(rows: readonly Row[], column: string): number {
  const cells = rows.map((row) => row[column] ?? null);
  return cells.some(isStructure) ? 0 : new Set(cells.map((cell) => printValue(cell))).size - 1;
}

function isStructure(cell: Cell): boolean {
  return typeof cell === 'object' && cell !== null;
}
