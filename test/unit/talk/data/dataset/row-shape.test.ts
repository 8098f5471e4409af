import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { findMisfit } from '../../../../../src/talk/data/dataset/fits.ts';
import type { DatasetRecipe } from '../../../../../src/talk/data/dataset/recipe.ts';
import { describeRows, describeSchema } from '../../../../../src/talk/data/dataset/row-shape.ts';
import type { Shape } from '../../../../../src/talk/model/shape.ts';
import { readTexts } from '../../../../support/fixtures.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../../..');

function shapeOf(schema: v.GenericSchema): Shape {
  const described = describeSchema(schema);
  if (!described.ok) throw new Error(described.what);
  return JSON.parse(JSON.stringify(described.shape)) as Shape;
}

/** What a shape says of values must be what the schema says; but for lists, which valibot takes for objects too. */
function expectAgreement(schema: v.GenericSchema, values: readonly unknown[]): void {
  const shape = shapeOf(schema);
  for (const value of values) {
    const isObject = schema.type === 'object' || schema.type === 'record';
    const isGood = v.safeParse(schema, value).success && !(isObject && Array.isArray(value));
    expect(findMisfit(shape, value) === null, JSON.stringify(value)).toBe(isGood);
  }
}

const VALUES = [
  null,
  true,
  0,
  -1,
  1.5,
  7,
  1e9,
  '',
  'a',
  'abc',
  '2024-09-18',
  '2024-13-45',
  'https://example.org/',
  [],
  ['a'],
  ['a', 1],
  {},
  { a: 1 },
  { a: 'x', b: 2 },
  { a: { b: null } },
];

test.each<[string, v.GenericSchema]>([
  ['a text', v.string()],
  ['a bounded text', v.pipe(v.string(), v.minLength(1), v.maxLength(2))],
  ['a text with a pattern', v.pipe(v.string(), v.regex(/^a/))],
  ['a day', v.pipe(v.string(), v.isoDate())],
  ['an address', v.pipe(v.string(), v.url())],
  ['a whole number in a range', v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7))],
  ['yes or no', v.boolean()],
  ['a choice', v.picklist(['a', 'abc'])],
  ['a literal', v.literal(7)],
  ['perhaps nothing', v.nullable(v.string())],
  ['a union', v.union([v.number(), v.array(v.string())])],
  ['a list', v.pipe(v.array(v.string()), v.minLength(1))],
  ['a map', v.record(v.string(), v.number())],
  ['an object', v.object({ a: v.any() })],
  ['an object with an optional key', v.object({ a: v.optional(v.string()) })],
  ['a strict object', v.strictObject({ a: v.number() })],
  ['anything', v.unknown()],
])('describes %s so that a page judges as the build does', (_name, schema) => {
  expectAgreement(schema, VALUES);
});

test('describes the recipes of this repository, and agrees with them on rows good and spoilt', async () => {
  const texts = readTexts(path.join(ROOT, 'data'));
  const recipes = readdirSync(path.join(ROOT, 'data')).filter((file) => file.endsWith('.ts'));
  for (const file of recipes) {
    const module: { default: DatasetRecipe } = await import(
      pathToFileURL(path.join(ROOT, 'data', file)).href
    );
    const data = JSON.parse(texts[file.replace(/ts$/, 'json')] ?? '{}') as Record<string, unknown>;
    const tables = (data['editions'] as { rows: unknown[] }[] | undefined) ?? [];
    const rows = [...((data['rows'] as unknown[]) ?? []), ...tables.flatMap((table) => table.rows)];
    expectAgreement(module.default.schema, rows.flatMap(spoil));
  }
});

test('says what cannot be described', () => {
  const checked = v.pipe(
    v.string(),
    v.check((text) => text !== 'x'),
  );
  expect(describeSchema(v.object({ a: checked }))).toEqual({ ok: false, what: '"check"' });
});

test('without a recipe, a column that always has one type keeps it', () => {
  const shape = describeRows([
    { asOf: '2024', count: 1, mixed: 1 },
    { asOf: '2025', count: null, mixed: 'a', extra: true },
  ]);
  expect(findMisfit(shape, { asOf: '2026', count: 3, mixed: [] })).toBe(null);
  expect(findMisfit(shape, { asOf: '2026', count: '3', mixed: 1 })).toBe('.count');
  expect(findMisfit(shape, { asOf: '2026', mixed: 1 })).toBe('.count');
});

/** A row, and that row with each of its cells gone or of another type. */
function spoil(row: unknown): unknown[] {
  const cells = row as Record<string, unknown>;
  const spoilt = Object.keys(cells).flatMap((column) => {
    const { [column]: cell, ...rest } = cells;
    return [rest, { ...cells, [column]: null }, { ...cells, [column]: [cell] }];
  });
  return [row, ...spoilt];
}
