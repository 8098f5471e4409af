import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openRecipes, NO_RECIPES } from '../../../../../src/node/project/project-recipes.ts';
import { listProject } from '../../../../../src/node/project/read-folder.ts';
import { bare, readDataset, writeFiles } from '../../../../support/connect.ts';
import { sendBytes, type Answerer } from '../../../../support/faults.ts';
import { makeFolder, runRefresh, serveFor } from '../../../../support/refresh.ts';

const PAGE = readFileSync('docs/connect.md', 'utf8');
const RECIPES = new Map(
  PAGE.split(/^```ts\n/m)
    .slice(0, -1)
    .map((before, index) => {
      const name = before.match(/(?<=`data\/)[\w-]+(?=\.ts`)/g)?.at(-1) ?? '';
      return [name, PAGE.split(/^```ts\n/m)[index + 1]?.split('```')[0] ?? ''];
    }),
);
const MAX_RECIPE_LINES = 12;

interface Scene {
  /** What the origin of the recipe answers. */
  origin?: string;
  answer?: Answerer;
  files?: Record<string, string | Uint8Array>;
  rows: Record<string, unknown>[];
}

const PAGE_OF_LISTS = '<table><tr><th>Name<th>Subs</tr><tr><td>rust-for-linux<td>603</tr></table>';
const FEED =
  '<rss><channel><item><title>7.2</title><pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate></item></channel></rss>';

/** What each recipe of the page is run against, and the rows that it gives. */
const SCENES: Record<string, Scene> = {
  riders: {
    origin: 'https://city.example',
    answer: sendBytes('asOf;riders\n20.11.2026;1200,5\n', 'text/csv'),
    rows: [{ asOf: '2026-11-20', riders: 1200.5 }],
  },
  pulls: {
    origin: 'https://forge.example',
    answer: sendBytes('{"open": 12}', 'application/json'),
    rows: [{ asOf: '2026-11-22', open: 12 }],
  },
  releases: {
    origin: 'https://feed.example',
    answer: sendBytes(FEED, 'application/rss+xml'),
    rows: [{ title: '7.2', published: '2026-11-20T09:00:00.000Z' }],
  },
  builders: {
    origin: 'http://ci.example',
    answer: sendBytes('ci_builders{state="busy"} 3\nci_builders{state="idle"} 5\n', 'text/plain'),
    rows: [{ asOf: '2026-11-22', idle: 5 }],
  },
  lists: {
    origin: 'https://lists.example',
    answer: sendBytes(PAGE_OF_LISTS, 'text/html'),
    rows: [{ name: 'rust-for-linux', subs: 603 }],
  },
};

test('each recipe of the page is run here, and is short', () => {
  expect([...RECIPES.keys()].sort()).toEqual(Object.keys(SCENES).sort());
  expect(RECIPES.size).toBe(PAGE.match(/^```ts$/gm)?.length);
  for (const text of RECIPES.values())
    expect(text.trim().split('\n').length).toBeLessThanOrEqual(MAX_RECIPE_LINES);
});

test.each(Object.keys(SCENES))('the recipe for %s gives rows of a real source', async (name) => {
  const { origin = '', answer, files = {}, rows } = SCENES[name] ?? { rows: [] };
  const root = makeFolder();
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
  writeFiles(root, { ...files, [`data/${name}.ts`]: RECIPES.get(name) ?? '' });
  const { recipes, problems } = await openRecipes(root, listProject(root), NO_RECIPES);
  expect(problems).toEqual([]);
  const mirrors = answer ? [`${origin}=${(await serveFor(answer)).url}`] : [];
  const [result] = await runRefresh(root, Object.fromEntries(recipes), { mirrors });
  expect(result?.failure).toBeNull();
  expect(bare(readDataset(root, name).rows)).toEqual(rows);
});
