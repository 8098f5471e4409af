import * as v from 'valibot';
import { expect, test } from 'vitest';
import { openFile } from '../../../../src/talk/data/dataset/dataset-file.ts';
import type { DatasetRecipe } from '../../../../src/talk/data/dataset/recipe.ts';
import { parseJson } from '../../../../src/talk/data/json-place.ts';
import { readLive } from '../../../../src/talk/data/live-option.ts';
import type { Problem } from '../../../../src/talk/model/problem.ts';

/** Reads `live` of a file, with a recipe if given. */
function read(live: unknown, recipe: Partial<DatasetRecipe> | null = null) {
  const head = live === undefined ? {} : { live };
  const { value } = parseJson({ path: 'data/a.json', text: JSON.stringify(head) });
  if (!value) throw new Error('This is no JSON.');
  const problems: Problem[] = [];
  const whole = recipe && ({ schema: v.object({}), ...recipe } as DatasetRecipe);
  const found = readLive(openFile(value, problems, whole), head, []);
  return { found, problems };
}

test('a dataset without it, or with false, is not live', () => {
  expect([read(undefined).found, read(false).found]).toEqual([null, null]);
  expect(read(false, { live: { interval: '1min' } }).found).toBeNull();
});

test('reads the interval in milliseconds, and where rows come from', () => {
  expect(read({ interval: '30s', url: 'https://a.example/b' }).found).toMatchObject({
    interval: 30_000,
    url: 'https://a.example/b',
  });
  expect(read(undefined, { live: { interval: '1min' } }).found?.interval).toBe(60_000);
});

test('asks the recipe’s source no more often than that allows', () => {
  const refresh = { minInterval: '10min' } as unknown as NonNullable<DatasetRecipe['refresh']>;
  expect(read({ interval: '1min' }, { refresh }).found?.askEvery).toBe(600_000);
  expect(read({ interval: '1h' }, { refresh }).found?.askEvery).toBe(3_600_000);
});

test.each([
  ['often', 'often', 'should be an object'],
  [{ interval: '1min', every: 2 }, 2, 'no key "every"'],
  [{ interval: 'soon' }, 'soon', 'should be like 30s'],
  [{ interval: '1min', url: 'nowhere' }, 'nowhere', '"url" should be an http'],
  [
    { interval: '1min', url: 'https://a', stream: 'https://b' },
    'https://b',
    'either a "url" or a "stream"',
  ],
])('reports %j at the value that is wrong', (live, value, words) => {
  const { found, problems } = read(live);
  expect(found).toBeNull();
  expect(problems).toHaveLength(1);
  expect(problems[0]?.message).toContain(words);
  const written = JSON.stringify({ live }).slice((problems[0]?.span?.column ?? 0) - 1);
  expect(written.startsWith(JSON.stringify(value))).toBe(true);
});

test('a schema that a page cannot check is reported', () => {
  const schema = v.pipe(
    v.object({ a: v.number() }),
    v.check(() => true),
  );
  expect(read({ interval: '1min' }, { schema }).problems[0]?.message).toContain('cannot check');
});
