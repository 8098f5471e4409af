import type { Dataset } from '../../model/dataset.ts';
import { hasErrors, type Checked, type Problem, type Span } from '../../model/problem.ts';
import { badCsv } from '../../problems/data/csv-problems.ts';
import { noSource } from '../../problems/data-problems.ts';
import { findLost } from '../../source/encoding.ts';
import { findConflicts, reportConflicts } from '../../source/merge-conflict.ts';
import { openSpans, type ToSpan } from '../../source/offset-span.ts';
import type { SourceText } from '../../source/source.ts';
import { showControlsIn } from '../../text/symbols.ts';
import { openFile } from '../dataset/dataset-file.ts';
import { readDataset } from '../dataset/dataset.ts';
import type { DatasetRecipe } from '../dataset/recipe.ts';
import type { JsonPath, JsonText } from '../json-place.ts';
import { BOOKKEEPING } from '../known-rows.ts';
import { listColumnKinds } from './column-kinds.ts';
import { parseCsv, type CsvTable } from './csv.ts';
import { CsvError, type CsvPlace } from './csv-error.ts';
import { findCell } from './csv-records.ts';
import { inferRows, readTypedRows, type TableRow } from './typed-rows.ts';

/** The id of the source of a table. */
const SOURCE_ID = 'table';
const SAY_SOURCE = 'Say it in the recipe: source: { name: "..." }.';

/** Reports whether a file in `data/` is a table. */
export function isTableFile(path: string): boolean {
  return /\.[ct]sv$/.test(path);
}

/** Parses and checks `data/NAME.csv` by its recipe; null with problems when one of them is an error. */
export function parseCsvDataset(
  source: SourceText,
  name: string,
  recipe?: DatasetRecipe,
): Checked<Dataset | null> {
  const { path, text } = source;
  const toSpan = openSpans(path, text);
  const conflicts = reportConflicts(findConflicts(text), path);
  if (conflicts.length > 0) return { value: null, problems: conflicts };
  const isBinary = text.includes('\0');
  const problems = isBinary ? [] : findLost(text, path);
  const given = path.endsWith('.tsv') ? '\t' : undefined;
  try {
    if (isBinary) throw new CsvError('It is a binary file, not CSV.', 'Save it as CSV.');
    const table = parseCsv(text, given);
    const rows = readRows(table, recipe).map(dropUnknownBooks);
    const json = toJsonText({ table, text, toSpan }, describe(rows, name, recipe));
    if (!recipe?.source) problems.push(noSource(name, toSpan(0, 1), SAY_SOURCE));
    const dataset = readDataset(openFile(json, problems, recipe ?? null), { name, path });
    return { value: hasErrors(problems) ? null : dataset, problems };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { value: null, problems: [...problems, report(error, { text, toSpan, given })] };
  }
}

/** Reads rows by the schema of the recipe; without one, the types follow from the cells. */
function readRows(table: CsvTable, recipe: DatasetRecipe | undefined): TableRow[] {
  const decimal = recipe?.decimal ?? null;
  if (recipe) {
    const kinds = new Map([...listColumnKinds(recipe.schema), ['exact', 'truth'] as const]);
    return readTypedRows(table, { kinds, decimal });
  }
  return inferRows(table, decimal);
}

/** Leaves out cells that would keep the books, and are empty. */
function dropUnknownBooks(row: TableRow): TableRow {
  if (!BOOKKEEPING.some((column) => row[column] === null)) return row;
  const entries = Object.entries(row);
  return Object.fromEntries(
    entries.filter(([column, cell]) => cell !== null || !BOOKKEEPING.includes(column)),
  );
}

/** Describes rows as a dataset's file would. */
function describe(
  rows: readonly TableRow[],
  name: string,
  recipe: DatasetRecipe | undefined,
): Record<string, unknown> {
  const { title = name, unit, source, asOf } = recipe ?? {};
  const isDated = rows.some((row) => row['asOf'] !== undefined);
  const head = { title, ...(unit === undefined ? {} : { unit }) };
  const sources = source ? { [SOURCE_ID]: source } : {};
  if (asOf === undefined || isDated) return { ...head, sources, rows };
  return { ...head, sources, editions: [{ asOf, rows }] };
}

interface Places {
  table: CsvTable;
  text: string;
  toSpan: ToSpan;
}

/** Gives the parts of a dataset the places of their cells. */
function toJsonText({ table, text, toSpan }: Places, value: unknown): JsonText {
  const { head, rows, separator } = table;
  const spanOf = (path: JsonPath): Span => {
    const at = path.lastIndexOf('rows');
    const record = rows[Number(path[at + 1] ?? Number.NaN)];
    if (!record) return toSpan(0, 1);
    const column = head.indexOf(String(path[at + 2] ?? ''));
    if (column < 0) return toSpan(record.start, text.length);
    const { start, end } = findCell(text, record, { separator, column });
    return toSpan(start, end - start);
  };
  return { value: showControlsIn(value), spanOf, keySpanOf: spanOf };
}

function report(
  error: CsvError,
  { text, toSpan, given }: Pick<Places, 'text' | 'toSpan'> & { given: '\t' | undefined },
): Problem {
  return badCsv(error.message, error.hint, placeOf(error.place, { text, toSpan, given }));
}

function placeOf(
  place: CsvPlace | null,
  { text, toSpan, given }: Pick<Places, 'text' | 'toSpan'> & { given: '\t' | undefined },
): Span {
  if (!place) return toSpan(0, 1);
  const { column } = place;
  if (column === undefined) return toSpan(place.start, text.length);
  const { separator } = parseCsv(text, given);
  const { start, end } = findCell(text, place, { separator, column });
  return toSpan(start, end - start);
}
