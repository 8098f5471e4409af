import { parseDataset } from '../../talk/data/dataset/dataset.ts';
import type { PartialDate } from '../../talk/model/dataset.ts';
import { BOOKKEEPING } from '../../talk/data/known-rows.ts';
import { isWebAddress } from '../../talk/text/value/record.ts';
import { toSlug } from '../../talk/text/slug.ts';
import {
  isDateName,
  readColumns,
  type CellValue,
  type Column,
  type Decimal,
} from '../../talk/data/csv/cells.ts';
import { decodeCsv, parseCsv } from '../../talk/data/csv/csv.ts';
import { CsvError } from '../../talk/data/csv/csv-error.ts';
import { checkKey } from './key-column.ts';
import { checkSince } from './since-column.ts';
import { printValue } from '../../talk/text/value/value-text.ts';

/** The two files of a dataset, and notes for its author. */
export interface NewDataset {
  json: string;
  recipe: string;
  /** The column that names a row; null for none. */
  key: string | null;
  columns: Column[];
  notes: string[];
}

/** The name of a new dataset, and the source of its rows. */
export interface DatasetOrigin {
  name: string;
  title: string;
  /** What the rows were read from. */
  source: string;
  /** When the table was true, where its rows have no dates; defaults to every day. */
  asOf?: PartialDate;
  /** The day from which its rows were known, or the column that has it; defaults to their own dates. */
  since?: string;
  /** The column that names a row; defaults to one that is found. */
  key?: string;
}

/** Words that keep the books of a row. */
const TYPES: Record<Column['kind'], string> = {
  number: 'v.nullable(v.number())',
  date: 'v.nullable(v.string())',
  text: 'v.nullable(v.string())',
};

/** Writes a dataset without figures, to fill in. */
export function draftDataset(origin: DatasetOrigin, today: string): NewDataset {
  const value: Column = { name: 'value', kind: 'number', values: [null] };
  const asOf: Column = { name: 'asOf', kind: 'date', values: [today] };
  const columns = [asOf, value];
  return { ...writeFiles(origin, columns, null), key: null, columns, notes: [] };
}

/** Builds a dataset from the bytes of a CSV file; throws a `CsvError` when it is not CSV. */
export function importCsv(
  bytes: Uint8Array,
  origin: DatasetOrigin,
  decimal: Decimal | null,
): NewDataset {
  const table = parseCsv(decodeCsv(bytes));
  const read = readColumns(table, decimal);
  const dates =
    read.find(
      ({ name, kind, values }) =>
        kind === 'date' && isDateName(name) && values.every((value) => value !== null),
    ) ??
    read.find(({ kind, values }) => kind === 'date' && values.every((value) => value !== null));
  const notes: string[] = [];
  const columns = nameColumns(read, dates, notes);
  const key =
    origin.key === undefined
      ? findKey(columns, dates !== undefined)
      : checkKey(findColumn(origin.key, read, columns), columns);
  if (dates && origin.asOf !== undefined) {
    const what = `Its rows have dates of their own, in the column "${dates.name}".`;
    throw new CsvError(what, 'Leave out --as-of.');
  }
  checkSince(origin, columns, dates !== undefined);
  const files = writeFiles(origin, columns, key);
  const [problem] = parseDataset(
    { path: `data/${origin.name}.json`, text: files.json },
    origin.name,
  ).problems;
  if (problem) throw new CsvError(problem.message, problem.hint ?? 'Mend the table and try again.');
  const isForEver = dates === undefined && origin.asOf === undefined;
  if (isForEver) notes.push('No column has a date in each row, so the rows hold for every day.');
  return { ...files, key, columns, notes };
}

/** Names columns so that values on slides can use them, with the column of dates first. */
function nameColumns(
  read: readonly Column[],
  dates: Column | undefined,
  notes: string[],
): Column[] {
  const taken = new Set<string>();
  const named = read.map((column, index) => {
    const name = column === dates ? 'asOf' : toName(column, index);
    if (taken.has(name))
      throw new CsvError(
        `Two columns are called "${column.name}".`,
        'Give each its own name in the first line.',
      );
    taken.add(name);
    if (name !== column.name) notes.push(`The column "${column.name}" is called ${name}.`);
    return { ...column, name };
  });
  return [
    ...named.filter(({ name }) => name === 'asOf'),
    ...named.filter(({ name }) => name !== 'asOf'),
  ];
}

function toName({ name, values }: Column, index: number): string {
  const slug = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : toSlug(name).replaceAll('-', '_');
  const plain = slug === '' ? `column_${index + 1}` : slug;
  // A column of this name has to hold web addresses.
  const isWrong =
    plain === 'url' && !values.every((value) => value === null || isWebAddress(printValue(value)));
  return BOOKKEEPING.includes(plain) || isWrong ? `${plain}_text` : plain;
}

/** Returns the name that a column of the file has in the dataset. */
function findColumn(wanted: string, read: readonly Column[], columns: readonly Column[]): string {
  const values = read.find(({ name }) => name === wanted)?.values;
  return columns.find((column) => values !== undefined && column.values === values)?.name ?? wanted;
}

/** Finds the key: the first column of a list when it is unique, or the texts of rows that share a date. */
function findKey(columns: readonly Column[], isSeries: boolean): string | null {
  const others = columns.filter(({ name, kind }) => name !== 'asOf' && kind === 'text');
  const dates = columns.find(({ name }) => name === 'asOf');
  if (!isSeries) return others.find(({ values }) => isDistinct(values))?.name ?? null;
  if (dates && isDistinct(dates.values)) return null;
  const names = others.find(({ values }) =>
    isDistinct(values.map((value, row) => `${dates?.values[row]} ${value}`)),
  );
  return names?.name ?? null;
}

function isDistinct(values: readonly CellValue[]): boolean {
  return !values.includes(null) && new Set(values).size === values.length;
}

function writeFiles(
  { title, source, asOf, since }: DatasetOrigin,
  columns: readonly Column[],
  key: string | null,
) {
  const count = columns[0]?.values.length ?? 0;
  const isEdition = asOf !== undefined;
  const known = columns.find(({ name }) => name === since);
  const sinceOf = (row: number): CellValue | undefined => known?.values[row] ?? since;
  const indent = isEdition ? '        ' : '    ';
  const rows = Array.from({ length: count }, (_, row) => {
    const cells = columns.map(
      ({ name, values }) => `${JSON.stringify(name)}: ${JSON.stringify(values[row])}`,
    );
    if (since !== undefined) cells.push(`"since": ${JSON.stringify(sinceOf(row))}`);
    return `${indent}{ ${[...cells, ...(isEdition ? [] : ['"source": "origin"'])].join(', ')} }`;
  });
  const head = [
    `  "title": ${JSON.stringify(title)},`,
    ...(key === null ? [] : [`  "key": ${JSON.stringify(key)},`]),
    '  "sources": {',
    `    "origin": { "name": ${JSON.stringify(source)} }`,
    '  },',
  ];
  const list = isEdition
    ? `  "editions": [\n    {\n      "asOf": ${JSON.stringify(asOf)},\n      "source": "origin",\n      "rows": [\n${rows.join(',\n')}\n      ]\n    }\n  ]`
    : `  "rows": [\n${rows.join(',\n')}\n  ]`;
  const json = `{\n${head.join('\n')}\n${list}\n}\n`;
  const schema = columns.map(
    ({ name, kind }) => `    ${toProperty(name)}: ${name === 'asOf' ? 'v.string()' : TYPES[kind]},`,
  );
  const recipe = [
    "import { defineDataset, v } from 'rostrum';",
    '',
    `/** ${title.replaceAll('*/', '* /')}: what a row holds. */`,
    'export default defineDataset({',
    '  schema: v.object({',
    ...schema,
    '  }),',
    '});',
    '',
  ].join('\n');
  return { json, recipe };
}

function toProperty(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : JSON.stringify(name);
}
