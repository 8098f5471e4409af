import {
  badDataset,
  duplicateRow,
  noRowSource,
  textTooLong,
  unknownDatasetKey,
  unknownSource,
} from '../../problems/problems.ts';
import type { Edition, Row, Source } from '../../model/dataset.ts';
import type { DatasetFile } from './dataset-file.ts';
import { checkDate, printPath } from './dataset-file.ts';
import { isRecord, isWebAddress } from '../../text/value/record.ts';
import type { JsonPath } from '../json-place.ts';
import { checkSchema } from './row-schema.ts';
import type { FactRule } from '../known-rows.ts';
import { checkDuplicates } from './repeated-rows.ts';
import { toUtc } from '../zone.ts';
import { checkSettled } from './settled-rows.ts';
import { printShort } from '../../text/value/value-text.ts';

/** Context for checking rows, and their place. */
export interface RowsContext extends FactRule {
  sources: Record<string, Source>;
  path: JsonPath;
  /** The edition the rows belong to. */
  edition?: { source: string | undefined };
}

const MAX_TEXT = 10_000;
const EDITION_KEYS = ['asOf', 'source', 'retrieved', 'corrected', 'rows', 'notes'];

/** Checks a list of rows; items that are not rows are left out. */
export function checkRows(file: DatasetFile, value: unknown, context: RowsContext): Row[] {
  const { path } = context;
  if (!Array.isArray(value)) {
    file.report(badDataset(`"${printPath(path)}" should be a list of rows`, file.at(path)));
    return [];
  }
  if (value.length === 0) {
    file.report(badDataset('The dataset has no rows', file.at(path), 'Write at least one row.'));
  }
  const rows = value.filter((row, index): row is Row => {
    if (isRecord(row)) return true;
    file.report(badDataset('A row is an object', file.at([...path, index]), hintOfRow(row)), 'row');
    return false;
  });
  if (rows.length === value.length) {
    rows.forEach((row, index) => checkRow(file, row, { ...context, path: [...path, index] }));
    checkSchema(file, rows, path);
    if (!context.edition) checkKind(file, rows, path);
    checkDuplicates(file, toUtc({ rows, editions: [] }).rows, context);
  }
  return fillSource(file, rows, context);
}

function hintOfRow(row: unknown): string {
  const first: unknown = Array.isArray(row) ? row[0] : row;
  const value = typeof first === 'number' ? first : 536;
  return `Write its cells with the names of their columns: { "asOf": "2024-09", "members": ${value} }.`;
}

/** Checks dated editions and their rows. */
export function checkEditions(file: DatasetFile, value: unknown, context: RowsContext): Edition[] {
  if (!Array.isArray(value) || value.length === 0) {
    file.report(badDataset('"editions" should be a list of tables', file.at(['editions'])));
    return [];
  }
  const seen = new Set<unknown>();
  return value.flatMap((edition: unknown, index) => {
    const path = ['editions', index];
    if (!isRecord(edition) || edition['asOf'] === undefined) {
      file.report(badDataset('An edition is an object with "asOf" and "rows"', file.at(path)));
      return [];
    }
    const { asOf } = edition;
    if (seen.has(asOf)) {
      const about = { name: printShort(asOf), count: 1, key: null, columns: [], differs: false };
      file.report(duplicateRow(about, file.at([...path, 'asOf'])));
    }
    seen.add(asOf);
    return [checkEdition(file, edition, { ...context, path })];
  });
}

function checkEdition(
  file: DatasetFile,
  edition: Record<string, unknown>,
  context: RowsContext,
): Edition {
  const { path } = context;
  for (const key of Object.keys(edition)) {
    if (EDITION_KEYS.includes(key)) continue;
    file.report(unknownDatasetKey(key, EDITION_KEYS, file.keyAt([...path, key])));
  }
  const { asOf, source, retrieved, corrected } = edition as unknown as Edition;
  checkDate(file, asOf, [...path, 'asOf']);
  checkDate(file, retrieved, [...path, 'retrieved']);
  checkSource(file, source, { ...context, path: [...path, 'source'] });
  const about = { ...context, path: [...path, 'rows'], edition: { source } };
  const rows = checkRows(file, edition['rows'], about);
  return {
    asOf,
    ...(source ? { source } : {}),
    ...(retrieved ? { retrieved } : {}),
    ...(corrected === undefined ? {} : { corrected }),
    rows,
  };
}

/** Rows need not name a single source. */
function fillSource(file: DatasetFile, rows: Row[], context: RowsContext): Row[] {
  const [only, ...others] = Object.keys(context.sources);
  const missing = rows.findIndex((row) => row.source === undefined);
  if (!only || missing < 0 || context.edition?.source) return rows;
  if (others.length === 0) return rows.map((row) => ({ ...row, source: row.source ?? only }));
  file.report(noRowSource(file.at([...context.path, missing])));
  return rows;
}

function checkRow(file: DatasetFile, row: Row, context: RowsContext): void {
  const { path } = context;
  for (const column of ['asOf', 'since', 'retrieved'] as const) {
    checkDate(file, row[column], [...path, column]);
  }
  checkSource(file, row.source, { ...context, path: [...path, 'source'] });
  if (row.exact !== undefined && typeof row.exact !== 'boolean') {
    file.report(badDataset('"exact" should be true or false', file.at([...path, 'exact'])));
  }
  if (context.edition && row.asOf !== undefined) {
    file.report(badDataset('The rows of an edition share its date', file.keyAt([...path, 'asOf'])));
  }
  checkSettled(file, row, path);
  if (context.edition && row.pinned !== undefined && context.key === null) {
    const hint = 'Name the column that identifies a row: "key": "name".';
    const what = 'A pinned row of an edition needs a key, so that the next edition keeps it';
    file.report(badDataset(what, file.keyAt([...path, 'pinned']), hint));
  }
  checkCells(file, row, path);
}

function checkSource(file: DatasetFile, source: unknown, { sources, path }: RowsContext): void {
  if (source === undefined || (typeof source === 'string' && Object.hasOwn(sources, source)))
    return;
  const id = printShort(source);
  file.report(unknownSource(id, Object.keys(sources), file.at(path)), `source ${id}`);
}

/** Checks cells, which are untrusted: their length is limited, and links must lead to the web. */
function checkCells(file: DatasetFile, value: unknown, path: JsonPath): void {
  if (typeof value === 'string') {
    if (value.length > MAX_TEXT) file.report(textTooLong(MAX_TEXT, file.at(path)));
    const isUrl = path.at(-1) === 'url';
    if (isUrl && !isWebAddress(value)) file.reportBadUrl(value, path);
  }
  if (typeof value !== 'object' || value === null) return;
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((part: unknown, index) => [index, part])
    : Object.entries(value);
  for (const [step, part] of entries) checkCells(file, part, [...path, step]);
}

function checkKind(file: DatasetFile, rows: readonly Row[], path: JsonPath): void {
  const dated = rows.filter((row) => row.asOf !== undefined).length;
  if (dated === 0 || dated === rows.length) return;
  const index = rows.findIndex((row) => row.asOf === undefined);
  const hint = 'Give every row a date, or none.';
  file.report(
    badDataset('This row has no "asOf", and others have one', file.at([...path, index]), hint),
  );
}
