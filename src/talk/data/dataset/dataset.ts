import { badDataset, DATASET_WORDS, noSource, unknownDatasetKey } from '../../problems/problems.ts';
import { findNearest } from '../../text/nearest.ts';
import type { Dataset, Edition, Row, Source } from '../../model/dataset.ts';
import { hasErrors } from '../../model/problem.ts';
import type { Checked } from '../../model/problem.ts';
import type { SourceText } from '../../source/source.ts';
import { readLive } from '../live-option.ts';
import { checkEditions, checkRows, type RowsContext } from './dataset-rows.ts';
import { readPreferred } from './settled-rows.ts';
import { BOOKKEEPING } from '../known-rows.ts';
import type { JsonPath } from '../json-place.ts';
import { parseJson } from '../json-place.ts';
import type { DatasetRecipe } from './recipe.ts';
import type { DatasetFile } from './dataset-file.ts';
import { openFile } from './dataset-file.ts';
import { isRecord, isWebAddress } from '../../text/value/record.ts';
import { toUtc } from '../zone.ts';

const KEYS = ['title', 'unit', 'key', 'sources', 'prefer', 'rows', 'editions', 'live', 'notes'];
const SOURCE_KEYS = ['name', 'url', 'licence', 'notes'];

/** Parses and checks a dataset file; null with problems when one of them is an error. */
export function parseDataset(
  source: SourceText,
  name: string,
  recipe?: DatasetRecipe,
): Checked<Dataset | null> {
  const json = parseJson(source);
  if (!json.value) return { value: null, problems: json.problems };
  const file = openFile(json.value, json.problems, recipe ?? null);
  const dataset = readDataset(file, { name, path: source.path });
  return { value: hasErrors(file.problems) ? null : dataset, problems: file.problems };
}

interface Origin {
  name: string;
  path: string;
}

/** Checks a parsed file, and builds the dataset; null where it is none at all. */
export function readDataset(file: DatasetFile, { name, path }: Origin): Dataset | null {
  const { value } = file.json;
  const bare = Array.isArray(value);
  if (!bare && !isRecord(value)) {
    file.report(
      badDataset('A dataset is an object with "title", "sources" and "rows"', file.at([])),
    );
    return null;
  }
  const head = bare ? { title: name, sources: {}, rows: value } : readHead(file, value);
  if (bare) file.report(noSource(name, file.at([])));
  const sources = readSources(file, head.sources);
  const key = readText(file, head, 'key') ?? file.recipe?.key ?? null;
  const prefer = readPreferred(file, head['prefer'], Object.keys(sources));
  const rule = { key, ...(prefer ? { prefer } : {}) };
  const written = readTable(file, head, { sources, ...rule, path: bare ? [] : ['rows'] });
  const table = hasErrors(file.problems) ? written : { ...written, ...toUtc(written) };
  const rows = [...table.rows, ...table.editions.flatMap((edition) => edition.rows)];
  const live = readLive(file, head, rows);
  return {
    name,
    file: path,
    ...table,
    title: readText(file, head, 'title') ?? name,
    unit: readText(file, head, 'unit'),
    ...rule,
    sources,
    columns: listColumns(table),
    ...(live ? { live } : {}),
  };
}

function readHead(file: DatasetFile, value: Record<string, unknown>): Record<string, unknown> {
  // Without rows it is the file of something else, or lists in the place of rows: one fault, with any keys.
  const isOther = value['rows'] === undefined && value['editions'] === undefined;
  const strangers = Object.keys(value).filter((key) => !KEYS.includes(key));
  const isRenamed = strangers.some((key) => meantBy(key) === 'rows' || meantBy(key) === 'editions');
  if (isOther && strangers.length > 1 && (!isRenamed || value['$schema'] !== undefined)) {
    reportNoRows(file, value);
    return {};
  }
  // A key under another name is not missing as well.
  const meant = new Set<string>();
  for (const key of Object.keys(value)) {
    if (KEYS.includes(key)) continue;
    file.report(unknownDatasetKey(key, KEYS, file.keyAt([key])));
    meant.add(meantBy(key));
  }
  const lacks = (key: string): boolean => value[key] === undefined && !meant.has(key);
  if (lacks('title')) file.report(badDataset('The dataset has no "title"', file.at([])));
  if (lacks('sources')) {
    const hint =
      'Say where the rows come from: "sources": {"id": {"name": "...", "url": "https://..."}}.';
    file.report(badDataset('The dataset has no "sources"', file.at([]), hint));
  }
  if (lacks('rows') && lacks('editions')) reportNoRows(file, value);
  return value;
}

/** Returns the key of a dataset that another word stands for; empty for none. */
function meantBy(key: string): string {
  return DATASET_WORDS[key.toLowerCase()] ?? findNearest(key, KEYS) ?? '';
}

/** Reports a dataset without rows, whose columns may be lists. */
function reportNoRows(file: DatasetFile, value: Record<string, unknown>): void {
  const lists = Object.keys(value).filter(
    (key) => !KEYS.includes(key) && Array.isArray(value[key]),
  );
  const hint =
    lists.length > 1
      ? `Write "rows" in the place of ${lists.map((key) => `"${key}"`).join(' and ')}: a list with an object for each row, which has one cell of each column.`
      : undefined;
  file.report(badDataset('A dataset has either "rows" or "editions"', file.at([]), hint));
}

function readText(file: DatasetFile, head: Record<string, unknown>, key: string): string | null {
  const text = head[key];
  if (text === undefined || text === null) return null;
  if (typeof text === 'string' && text.trim() !== '') return text;
  file.report(badDataset(`"${key}" should be a text`, file.at([key])));
  return null;
}

function readSources(file: DatasetFile, value: unknown): Record<string, Source> {
  if (value === undefined) return {};
  if (!isRecord(value)) {
    const name = typeof value === 'string' ? value : '...';
    const where = isWebAddress(value) ? `"name": "...", "url": "${value}"` : `"name": "${name}"`;
    const hint = `Give each source an id, by which rows can name it: "sources": {"id": {${where}}}.`;
    file.report(
      badDataset('"sources" should be an object of sources by id', file.at(['sources']), hint),
    );
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, source]) => {
      const checked = readSource(file, source, ['sources', id]);
      return checked ? [[id, checked]] : [];
    }),
  );
}

function readSource(file: DatasetFile, value: unknown, path: JsonPath): Source | null {
  if (!isRecord(value) || typeof value['name'] !== 'string') {
    const id = String(path.at(-1));
    const key = isWebAddress(value) ? '"name": "...", "url"' : '"name"';
    const hint =
      typeof value === 'string'
        ? `Write "${id}": { ${key}: ${JSON.stringify(value)} }.`
        : undefined;
    file.report(badDataset('A source is an object with a "name"', file.at(path), hint));
    return null;
  }
  for (const key of Object.keys(value)) {
    if (!SOURCE_KEYS.includes(key)) {
      file.report(unknownDatasetKey(key, SOURCE_KEYS, file.keyAt([...path, key])));
    }
  }
  const source: Source = { name: value['name'] };
  const { url, licence } = value;
  if (isWebAddress(url)) source.url = url;
  else if (url !== undefined) file.reportBadUrl(url, [...path, 'url']);
  if (typeof licence === 'string') source.licence = licence;
  return source;
}

type Table = Pick<Dataset, 'kind' | 'rows' | 'editions'>;

function readTable(file: DatasetFile, head: Record<string, unknown>, about: RowsContext): Table {
  const { rows, editions } = head;
  if (rows !== undefined && editions !== undefined) {
    file.report(badDataset('A dataset has either "rows" or "editions"', file.at(['editions'])));
  }
  if ((rows === undefined) === (editions === undefined)) {
    return { kind: 'list', rows: [], editions: [] };
  }
  if (editions !== undefined) {
    return { kind: 'editions', rows: [], editions: checkEditions(file, editions, about) };
  }
  const checked = checkRows(file, rows, about);
  const isSeries = checked.some((row) => row.asOf !== undefined);
  return { kind: isSeries ? 'series' : 'list', rows: checked, editions: [] };
}

function listColumns({ rows, editions }: { rows: Row[]; editions: Edition[] }): string[] {
  const columns = new Set<string>();
  for (const row of [...rows, ...editions.flatMap((edition) => edition.rows)]) {
    for (const column of Object.keys(row)) if (!BOOKKEEPING.includes(column)) columns.add(column);
  }
  return [...columns];
}
