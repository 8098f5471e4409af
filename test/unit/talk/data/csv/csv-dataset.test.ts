import * as v from 'valibot';
import { expect, test } from 'vitest';
import { isTableFile, parseCsvDataset } from '../../../../../src/talk/data/csv/csv-dataset.ts';
import type { DatasetRecipe } from '../../../../../src/talk/data/dataset/recipe.ts';

const RECIPE: DatasetRecipe = {
  title: 'Riders',
  unit: 'riders',
  source: { name: 'City counter', url: 'https://city.example/', licence: 'CC0-1.0' },
  schema: v.object({ asOf: v.string(), riders: v.nullable(v.number()) }),
  ranges: { riders: [0, 10_000] },
};

const read = (text: string, recipe: Partial<DatasetRecipe> | null = {}, path = 'data/riders.csv') =>
  parseCsvDataset({ path, text }, 'riders', recipe ? { ...RECIPE, ...recipe } : undefined);

test('a table beside a recipe is a dataset', () => {
  const { value, problems } = read('asOf;riders\n20.11.2026;1200,5\n21.11.2026;\n');
  expect(problems).toEqual([]);
  expect(value).toMatchObject({
    name: 'riders',
    file: 'data/riders.csv',
    kind: 'series',
    title: 'Riders',
    unit: 'riders',
    key: null,
    columns: ['riders'],
    rows: [
      { asOf: '2026-11-20', riders: 1200.5, source: 'table' },
      { asOf: '2026-11-21', riders: null, source: 'table' },
    ],
  });
});

test('a table without dates holds for every day, or as of the date of its recipe', () => {
  const schema = v.object({ line: v.string() });
  expect(read('line\nU1\n', { schema }).value?.kind).toBe('list');
  const { value } = read('line\nU1\n', { schema, asOf: '2026-11' });
  expect(value?.editions).toEqual([{ asOf: '2026-11', rows: [{ line: 'U1', source: 'table' }] }]);
});

test('columns that keep the books mean the same as in JSON', () => {
  const { value, problems } = read(
    'asOf,riders,exact,since\n2026-11,5,false,2026-12-01\n2026-12,6,,\n',
  );
  expect(problems).toEqual([]);
  expect(value?.rows).toEqual([
    { asOf: '2026-11', riders: 5, exact: false, since: '2026-12-01', source: 'table' },
    { asOf: '2026-12', riders: 6, source: 'table' },
  ]);
});

test('without its recipe, types follow from the cells, and the source is missing', () => {
  const { value, problems } = read('asOf\triders\n2026-11\t5\n', null, 'data/riders.tsv');
  expect(value?.rows).toEqual([{ asOf: '2026-11', riders: 5 }]);
  expect(problems.map(({ code, hint }) => [code, hint])).toEqual([
    ['no-source', 'Say it in the recipe: source: { name: "..." }.'],
  ]);
});

test.each([
  ['asOf,riders\n2026-11,5 km\n', 'bad-csv', 2, 9, 4],
  ['asOf,riders\n"2026-11",12.345,7\n', 'bad-csv', 2, 1, 18],
  ['asOf,riders\n2026-11,"5\n', 'bad-csv', 2, 9, 2],
  ['asOf\n2026-11\n', 'schema-mismatch', 2, 1, 7],
  ['asOf,riders\n2026-11,5\n2026-12,99999\n', 'schema-mismatch', 3, 9, 5],
  ['asOf,riders\n2026-13,5\n', 'bad-date', 2, 1, 7],
  ['asOf,riders\n2026-11,5\n2026-11,6\n', 'duplicate-row', 3, 1, 9],
  ['asOf,riders,source\n2026-11,5,other\n', 'unknown-source', 2, 11, 5],
  ['PK\u0003\u0004\0', 'bad-csv', 1, 1, 1],
  ['', 'bad-csv', 1, 1, 1],
])('the fault of %j is reported at its cell', (text, code, line, column, length) => {
  const { value, problems } = read(text);
  expect(value).toBeNull();
  expect(problems[0]?.code).toBe(code);
  expect(problems[0]?.span).toEqual({ file: 'data/riders.csv', line, column, length });
});

test('tables are known by the ends of their names', () => {
  expect(['data/a.csv', 'data/a.tsv', 'data/a.json', 'data/csv'].map(isTableFile)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
