import type { Cell, DatasetView, Row } from '../../model/dataset.ts';
import type { SharedPlace } from '../../problems/chart-problems.ts';
import { printValue } from '../../text/value-text.ts';
import type { ChartColumns, Reading } from './chart-rows.ts';

type Groups = ReadonlyMap<string, ReadonlyMap<string, readonly Reading[]>>;

/** Finds rows that share a place, a series and a date; null when each reading has a place of its own. */
export function findShared(
  groups: Groups,
  columns: ChartColumns,
  data: DatasetView,
): SharedPlace | null {
  const shared: Reading[][] = [];
  for (const places of groups.values()) {
    for (const found of places.values()) {
      // Rows of one name at several dates are its history, of which the newest is shown.
      if (found.length > 1) shared.push(...sameDates(found));
    }
  }
  const [first] = shared;
  return first ? describe(first, shared, { columns, data }) : null;
}

function sameDates(found: readonly Reading[]): Reading[][] {
  const byDate = new Map<string | null, Reading[]>();
  for (const reading of found) {
    const others = byDate.get(reading.date) ?? [];
    others.push(reading);
    byDate.set(reading.date, others);
  }
  return [...byDate.values()].filter(({ length }) => length > 1);
}

interface Source {
  columns: ChartColumns;
  data: DatasetView;
}

function describe(first: readonly Reading[], shared: Reading[][], source: Source): SharedPlace {
  const { columns, data } = source;
  const column = findColumn(shared.map(toRows), data, [
    columns.along,
    columns.split,
    ...columns.values,
  ]);
  const cell = first[0]?.row[column ?? ''] ?? null;
  const names = [columns.split === null ? null : first[0]?.series, first[0]?.key];
  const isFree = columns.split === null && !columns.isNamed;
  return {
    block: 'chart',
    dataset: data.name,
    place: names.flatMap((name) => (name ? `"${name}"` : [])).join(' at '),
    count: first.length,
    differ: column === null ? null : { column, cell: printValue(cell) },
    key: isFree ? 'label' : null,
  };
}

function toRows(readings: readonly Reading[]): Row[] {
  return readings.map(({ row }) => row);
}

/**
 * Picks the column, other than the used ones, that separates most of the rows that share a place; words come before
 * numbers, which are often measured. Null where the rows are equal.
 */
export function findColumn(
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
