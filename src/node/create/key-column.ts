import type { CellValue, Column } from '../../talk/data/csv/cells.ts';
import { CsvError } from '../../talk/data/csv/csv-error.ts';
import { findNearest } from '../../talk/text/nearest.ts';
import { printValue } from '../../talk/text/value/value-text.ts';

/** Checks the column that an author chose as key: in each row it has a value, which no other row of the date has. */
export function checkKey(wanted: string, columns: readonly Column[]): string {
  const names = columns.map(({ name }) => name).filter((name) => name !== 'asOf');
  const column = columns.find(({ name }) => name === wanted && name !== 'asOf');
  if (!column) {
    const nearest = findNearest(wanted, names);
    const hint = nearest ? `Did you mean "${nearest}"?` : `It has ${names.join(', ')}.`;
    throw new CsvError(`It has no column "${wanted}" that could be the key.`, hint);
  }
  const dates = columns.find(({ name }) => name === 'asOf')?.values;
  const seen = new Map<string, number>();
  for (const [index, value] of column.values.entries()) {
    const row = index + 1;
    if (value === null)
      throw new CsvError(`The column "${wanted}" has no value in row ${row}.`, CHOOSE);
    const fact = JSON.stringify([dates?.[index] ?? null, value]);
    const earlier = seen.get(fact);
    if (earlier !== undefined)
      throw new CsvError(`Rows ${earlier} and ${row} ${describe(value, dates?.[index])}.`, CHOOSE);
    seen.set(fact, row);
  }
  return wanted;
}

const CHOOSE = 'A key names each row; choose a column whose values differ.';

function describe(value: CellValue, date: CellValue | undefined): string {
  const shown = `both have "${printValue(value).slice(0, 60)}"`;
  return date === undefined ? shown : `${shown} on ${printValue(date)}`;
}
