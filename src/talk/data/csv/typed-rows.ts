import { findDecimal, readAmount, readColumns, type Decimal } from './cells.ts';
import type { CsvRecord } from './csv-records.ts';
import type { SchemaKind } from './column-kinds.ts';
import { type CsvTable } from './csv.ts';
import { CsvError, type CsvPlace } from './csv-error.ts';
import { dropMidnights, toDate } from './date-cells.ts';

/** A row of a table, with numbers, texts, and null for an empty cell. */
export type TableRow = Record<string, string | number | boolean | null>;

/** How the cells of a table are read. */
export interface TypedOptions {
  /** The kinds of columns; the cells of others are texts. */
  kinds: ReadonlyMap<string, SchemaKind>;
  /** The sign before decimals; null where the table shows it. */
  decimal: Decimal | null;
}

const DATES = ['asOf', 'since', 'retrieved'];
const TRUE = /^(?:true|yes|1)$/i;
const FALSE = /^(?:false|no|0)$/i;

/** Makes rows of a table, with the types that a schema states; throws a `CsvError` that names the first wrong cell. */
export function readTypedRows(table: CsvTable, options: TypedOptions): TableRow[] {
  checkHead(table.head);
  const columns = listTypedColumns(table.head, options.kinds);
  const sign = options.decimal ?? findSign(table, columns);
  return tidyDates(table.rows.map((record) => readTypedRow(record, columns, sign)));
}

/** Makes days of the times in columns of dates that are all midnight; the rows are changed. */
export function tidyDates<Tidied extends Record<string, unknown>>(rows: Tidied[]): Tidied[] {
  for (const column of DATES) {
    if (rows[0]?.[column] === undefined) continue;
    const cells = rows.map((row) => row[column]);
    const days = dropMidnights(cells);
    if (days !== cells)
      rows.forEach((row: Record<string, unknown>, at) => (row[column] = days[at]));
  }
  return rows;
}

/** Lists the columns of a head with what their cells are. */
export function listTypedColumns(
  head: readonly string[],
  kinds: TypedOptions['kinds'],
): TypedColumn[] {
  return head.map((name) => ({ name, kind: kinds.get(name) ?? 'text' }));
}

/** Makes a row of a record; throws a `CsvError` that names the first wrong cell. */
export function readTypedRow(
  { cells, line, start }: CsvRecord,
  columns: readonly TypedColumn[],
  sign: Decimal | null,
): TableRow {
  const row: TableRow = {};
  columns.forEach(({ name, kind }, column) => {
    const cell = cells[column] ?? '';
    const value = readTyped(cell, { name, kind, sign });
    if (value === undefined)
      throw wrongCell(cell, { name, kind, sign, place: { line, start, column } });
    if (name === '__proto__') Object.defineProperty(row, name, { value, enumerable: true });
    else row[name] = value;
  });
  return row;
}

/** Makes rows of a table, with the types that its cells show. */
export function inferRows(table: CsvTable, decimal: Decimal | null): TableRow[] {
  checkHead(table.head);
  const columns = readColumns(table, decimal);
  return table.rows.map((_row, index) =>
    Object.fromEntries(columns.map(({ name, values }) => [name, values[index] ?? null])),
  );
}

/** Refuses a head by which columns cannot be told apart. */
export function checkHead(head: readonly string[]): void {
  head.forEach((name, index) => {
    if (name === '')
      throw new CsvError(`Column ${index + 1} has no name.`, 'The first line names the columns.');
    if (head.indexOf(name) < index)
      throw new CsvError(
        `Two columns are called "${name}".`,
        'Give each its own name in the first line.',
      );
  });
}

/** A column, and what its cells are. */
export interface TypedColumn {
  name: string;
  kind: SchemaKind;
}

function findSign({ rows, separator }: CsvTable, columns: readonly TypedColumn[]): Decimal | null {
  const numbers = columns.flatMap(({ kind }, index) => (kind === 'number' ? [index] : []));
  const cells = rows.flatMap((row) => numbers.map((index) => row.cells[index] ?? ''));
  return findDecimal(cells, separator);
}

function readTyped(
  cell: string,
  { name, kind, sign }: TypedColumn & { sign: Decimal | null },
): TableRow[string] | undefined {
  if (cell === '') return null;
  if (kind === 'number') return readAmount(cell, sign);
  if (kind === 'text') return DATES.includes(name) ? (toDate(cell) ?? cell) : cell;
  if (TRUE.test(cell)) return true;
  return FALSE.test(cell) ? false : undefined;
}

function wrongCell(
  cell: string,
  { name, kind, place, sign }: TypedColumn & { place: CsvPlace; sign: Decimal | null },
): CsvError {
  const what = `In line ${place.line}, "${cell.slice(0, 60)}" in the column "${name}"`;
  if (kind === 'truth') {
    return new CsvError(`${what} is neither true nor false.`, 'Write true or false.', place);
  }
  const isUnclear = sign === null && readAmount(cell, 'point') !== undefined;
  if (isUnclear && readAmount(cell, 'comma') !== undefined) {
    const hint = "Say which sign is before decimals: decimal: 'point' or decimal: 'comma'.";
    return new CsvError(`${what} can be two numbers.`, hint, place);
  }
  return new CsvError(`${what} is no number.`, 'An unknown figure is an empty cell.', place);
}
