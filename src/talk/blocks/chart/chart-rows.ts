import { type Every } from '../../data/periods/period-words.ts';
import type { Cell, DatasetView, Row } from '../../model/dataset.ts';
import { compareDates, isPartialDate } from '../../data/date.ts';
import { filterRows } from '../../data/row-cells.ts';
import type { ChartSpec } from './chart-spec.ts';
import { printValue } from '../../text/value/value-text.ts';

/** One number of a dataset with its place in the chart. */
export interface Reading {
  /** The cell along the chart, as text. */
  key: string;
  series: string;
  value: number | null;
  exact: boolean;
  /** Date of the fact; null when the row has none. */
  date: string | null;
  row: Row;
}

/** Data that a chart reads: the resolved columns, the rows and their numbers. */
export interface ChartReadings {
  columns: ChartColumns;
  /** Name of the column along the chart, for a table's head. */
  head: string;
  rows: Row[];
  readings: Reading[];
  /** The length of the periods that it shows; null for rows as they are. */
  every: Every | null;
}

/** The columns of a chart; a null `along` means the date of the row. */
export interface ChartColumns {
  along: string | null;
  values: string[];
  /** Column that splits rows into series; null for none. */
  split: string | null;
  /** Whether each row has its name along the chart, as in bars and dots. */
  isNamed: boolean;
}

const DATE_WORDS = ['date', 'asOf'];

/** Reads a chart's numbers from a dataset, oldest first when they have dates. */
export function readChart(spec: ChartSpec, data: DatasetView): ChartReadings {
  const columns = resolveColumns(spec, data);
  const rows = sortByDate(filterRows(data.rows, spec.where), columns);
  const readings = rows.flatMap((row) =>
    columns.values.map((column) => toReading(row, column, columns)),
  );
  const every = data.part?.every ?? null;
  return { columns, head: columns.along ?? 'Date', rows, readings, every };
}

/** Returns the columns of a chart, with defaults for those its author left out. */
function resolveColumns(spec: ChartSpec, data: DatasetView): ChartColumns {
  const values = spec.y === undefined ? findNumbers(data).slice(0, 1) : [spec.y].flat();
  const isNamed = spec.type === 'bar' || spec.type === 'dot';
  const named = isNamed ? (spec.label ?? spec.x) : spec.x;
  const isDate = named === undefined ? data.kind === 'series' && !isNamed : isDateWord(named, data);
  if (isDate) return { along: null, values, split: isNamed ? null : (spec.label ?? null), isNamed };
  const along = named ?? data.key ?? findText(data) ?? null;
  return { along, values, split: isNamed ? null : (spec.label ?? null), isNamed };
}

/** Reports whether a name means the date of the row, that is, no column has this name. */
export function isDateWord(name: string, data: DatasetView): boolean {
  return DATE_WORDS.includes(name) && !data.columns.includes(name);
}

/** Lists the columns that hold numbers. */
export function findNumbers({ columns, rows }: DatasetView): string[] {
  return columns.filter((column) => rows.some((row) => typeof row[column] === 'number'));
}

function findText({ columns, rows }: DatasetView): string | undefined {
  return columns.find((column) => rows.some((row) => typeof row[column] === 'string'));
}

function toReading(row: Row, column: string, { along, split, values }: ChartColumns): Reading {
  const cell = row[column] ?? null;
  const date = row.asOf ?? null;
  const name = split === null ? column : writeName(row[split] ?? null);
  return {
    key: writeName(along === null ? date : (row[along] ?? null)),
    series: split !== null && values.length > 1 ? `${name}, ${column}` : name,
    value: typeof cell === 'number' && Number.isFinite(cell) ? cell : null,
    exact: row.exact !== false,
    date,
    row,
  };
}

/** Returns the name that a cell gives to a place or a series. */
export function writeName(cell: Cell): string {
  return typeof cell === 'object' ? 'no name' : String(cell);
}

/** What is meant as a date with a day. */
const DATED = /^\d{4}-\d\d-\d\d(?:$|[T ]\d)/;

/** Finds the first malformed date among the dates along a chart; null when all are dates. */
export function findWrongDate({ rows, columns: { along } }: ChartReadings): string | null {
  if (along === null) return null;
  const cells = rows.map((row) => row[along]).filter((cell) => typeof cell === 'string');
  const dated = cells.filter((cell) => DATED.test(cell));
  const wrong = dated.find((cell) => !isPartialDate(cell));
  return dated.some(isPartialDate) ? (wrong ?? null) : null;
}

/** Sorts rows whose places are dates; others keep their order. */
function sortByDate(rows: Row[], { along }: ChartColumns): Row[] {
  const dateOf = (row: Row): Cell | undefined => (along === null ? row.asOf : row[along]);
  if (!rows.every((row) => isPartialDate(dateOf(row)))) return rows;
  return rows.sort((a, b) => compareDates(printValue(dateOf(a)), printValue(dateOf(b))));
}
