import type { Column } from '../../talk/data/csv/cells.ts';
import { CsvError } from '../../talk/data/csv/csv-error.ts';
import type { PartialDate } from '../../talk/model/dataset.ts';
import { isPartialDate } from '../../talk/data/date.ts';

/** Refuses a day or column from which rows were known that the table cannot have. */
export function checkSince(
  { since, asOf }: { since?: string; asOf?: PartialDate },
  columns: readonly Column[],
  isDated: boolean,
): void {
  if (since === undefined) return;
  if (asOf !== undefined && !isDated) {
    throw new CsvError(
      'A table with --as-of was known as a whole from that day on.',
      'Leave out --since.',
    );
  }
  if (isPartialDate(since)) return;
  const column = columns.find(({ name }) => name === since);
  if (column?.kind === 'date' && column.values.every((value) => value !== null)) return;
  const dates = columns.filter(({ kind }) => kind === 'date').map(({ name }) => name);
  const known =
    dates.length > 0 ? ` or a column with a date in each row, of ${dates.join(', ')}` : '';
  throw new CsvError(
    `"${since}" is no day from which rows were known.`,
    `Write a day such as 2026-11-22${known}.`,
  );
}
