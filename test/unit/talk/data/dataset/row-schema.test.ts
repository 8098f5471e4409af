import * as v from 'valibot';
import { expect, test } from 'vitest';
import { openFile } from '../../../../../src/talk/data/dataset/dataset-file.ts';
import type { DatasetRecipe } from '../../../../../src/talk/data/dataset/recipe.ts';
import { checkSchema } from '../../../../../src/talk/data/dataset/row-schema.ts';
import { parseJson } from '../../../../../src/talk/data/json-place.ts';
import type { Row } from '../../../../../src/talk/model/dataset.ts';
import type { Problem } from '../../../../../src/talk/model/problem.ts';

const SCHEMA = v.object({ name: v.string(), count: v.pipe(v.number(), v.integer('no integer')) });

/** Checks rows against a recipe. */
function check(rows: Row[], recipe: Partial<DatasetRecipe> = {}): string[] {
  const { value } = parseJson({ path: 'data/a.json', text: JSON.stringify({ rows }) });
  if (!value) throw new Error('This is no JSON.');
  const problems: Problem[] = [];
  const whole = { schema: SCHEMA, ...recipe } as DatasetRecipe;
  checkSchema(openFile(value, problems, whole), rows, ['rows']);
  return problems.map(({ code, message }) => `${code} ${message}`);
}

test('rows that fit are fine', () => {
  expect(check([{ name: 'a', count: 1 }])).toEqual([]);
});

test('says what is wrong with which cell', () => {
  const [missing, type, rule] = check([
    { count: 1 },
    { name: 'a', count: 'b' },
    { name: 'a', count: 1.5 },
  ]);
  expect(missing).toMatch(/schema-mismatch .*rows\[0\]\.name.*is missing/);
  expect(type).toMatch(/rows\[1\]\.count.*should be number, and is "b"/);
  expect(rule).toMatch(/rows\[2\]\.count.*does not fit: no integer/);
});

test('a figure outside its range is wrong, its ends are not', () => {
  const ranges = { count: [0, 10] as const };
  expect(
    check(
      [
        { name: 'a', count: 0 },
        { name: 'b', count: 10 },
      ],
      { ranges },
    ),
  ).toEqual([]);
  expect(check([{ name: 'a', count: 11 }], { ranges })[0]).toMatch(
    /should be from 0 to 10, and is 11/,
  );
});

test('rows with the same mistake are one problem', () => {
  const rows = Array.from({ length: 22 }, () => ({ count: 1 }));
  expect(check(rows)).toHaveLength(1);
  expect(check([...rows, { name: 'a', count: 'b' }])).toHaveLength(2);
});

test('an exception in the schema is a problem of its row', () => {
  const schema = v.pipe(
    v.object({}),
    v.check(() => {
      throw new Error('broken');
    }),
  );
  expect(check([{ a: 1 }], { schema })[0]).toMatch(/the recipe failed with "broken"/);
});
