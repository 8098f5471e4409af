import { printPeriodOf } from '../../data/periods/period-name.ts';
import type { DatasetView, Row } from '../../model/dataset.ts';

/** Returns the rows of a table with the names of their periods in the place of dates; other rows as they are. */
export function namePeriods({ part }: DatasetView, rows: readonly Row[]): readonly Row[] {
  const every = part?.every ?? null;
  if (every === null) return rows;
  return rows.map((row) => {
    const { asOf } = row;
    if (asOf === undefined) return row;
    const name = printPeriodOf(asOf, every);
    // A column of dates that was named has the same date.
    const cells = Object.entries(row).map(([column, cell]) => [
      column,
      cell === asOf ? name : cell,
    ]);
    return Object.fromEntries(cells) as Row;
  });
}

/** Returns a caption with what is said of incomplete periods; null for none. */
export function remarkOn({ part }: DatasetView, caption: string | null): string | null {
  return [caption ?? [], part?.remarks ?? []].flat().join('; ') || null;
}
