import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, onTestFinished, test } from 'vitest';
import { openRecipes, NO_RECIPES } from '../../../../../src/node/project/project-recipes.ts';
import { listProject } from '../../../../../src/node/project/read-folder.ts';
import { HAS_POSTGRES, startPostgres } from '../../../../support/postgres.ts';
import { bare, readDataset, writeFiles } from '../../../../support/connect.ts';
import { sendBytes, type Answerer } from '../../../../support/faults.ts';
import {
  HAS_GIT,
  makeFolder,
  runRefresh,
  serveFor,
  testWorld,
} from '../../../../support/refresh.ts';

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
  /** Prepares what it asks, in the project's folder, and gives environment variables. */
  prepare?: (root: string) => Promise<Record<string, string>>;
  /** Whether the machine has what it asks. */
  isThere?: boolean;
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
  stars: {
    origin: 'https://forge.example',
    answer: sendBytes(
      '{"data": {"org": {"repos": {"nodes": [{"name": "linux", "stars": 9}], "end": null}}}}',
      'application/json',
    ),
    prepare: () => Promise.resolve({ FORGE_TOKEN: 's3cret-token' }),
    rows: [{ name: 'linux', stars: 9 }],
  },
  visitors: {
    files: {
      'data/raw/visitors-1.csv': 'asOf,visitors\n2026-11-20,44\n',
      'data/raw/visitors-2.csv': 'asOf,visitors\n2026-11-21,51\n',
    },
    rows: [
      { asOf: '2026-11-20', visitors: 44 },
      { asOf: '2026-11-21', visitors: 51 },
    ],
  },
  commits: {
    isThere: HAS_GIT,
    prepare(root) {
      const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
      for (const words of [
        ['init', '--quiet'],
        [...who, 'commit', '--quiet', '--allow-empty', '-m', 'One'],
      ])
        execFileSync('git', ['-C', root, ...words]);
      return Promise.resolve({});
    },
    rows: [{ asOf: '2026-11-22', commits: 1 }],
  },
  trips: {
    async prepare(root) {
      const instance = await DuckDBInstance.create(':memory:');
      const connection = await instance.connect();
      const file = path.join(root, 'data/raw/trips.parquet');
      await connection.run(
        `copy (select date '2026-10-05' + i::int as day, 2 as riders from range(40) t(i)) to '${file}'`,
      );
      return {};
    },
    files: { 'data/raw/.keep': '' },
    rows: [
      { asOf: '2026-10', riders: 54 },
      { asOf: '2026-11', riders: 26 },
    ],
  },
  tests: {
    isThere: isBuiltin('node:sqlite'),
    files: { 'data/raw/.keep': '' },
    async prepare(root) {
      const { DatabaseSync } = (await import('node:sqlite' as string)) as {
        DatabaseSync: new (file: string) => { exec(sql: string): void; close(): void };
      };
      const database = new DatabaseSync(path.join(root, 'data/raw/results.db'));
      database.exec(
        "create table results (day, state); insert into results values ('2026-11-20', 'pass'), ('2026-11-20', 'fail')",
      );
      database.close();
      return {};
    },
    rows: [{ asOf: '2026-11-20', passed: 1 }],
  },
  members: {
    isThere: HAS_POSTGRES,
    async prepare() {
      const server = await startPostgres();
      onTestFinished(server.stop);
      server.run(
        "create table membership (month text, members int); insert into membership values ('2026-10', 120), ('2026-11', 124)",
      );
      return { CLUB_DATABASE: server.url };
    },
    rows: [
      { asOf: '2026-10', members: 120 },
      { asOf: '2026-11', members: 124 },
    ],
  },
};

test('each recipe of the page is run here, and is short', () => {
  expect([...RECIPES.keys()].sort()).toEqual(Object.keys(SCENES).sort());
  expect(RECIPES.size).toBe(PAGE.match(/^```ts$/gm)?.length);
  for (const text of RECIPES.values())
    expect(text.trim().split('\n').length).toBeLessThanOrEqual(MAX_RECIPE_LINES);
});

for (const [name, { isThere = true }] of Object.entries(SCENES)) {
  // Some need a service that a machine may not have: git, PostgreSQL, or a Node with SQLite.
  test.skipIf(!isThere)(
    `the recipe for ${name} gives rows of a real source`,
    { timeout: 120_000 },
    () => followRecipe(name),
  );
}

async function followRecipe(name: string): Promise<void> {
  const { origin = '', answer, files = {}, prepare, rows } = SCENES[name] ?? { rows: [] };
  const root = makeFolder();
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
  writeFiles(root, { ...files, [`data/${name}.ts`]: RECIPES.get(name) ?? '' });
  const env = { PATH: process.env['PATH'], HOME: root, ...(await prepare?.(root)) };
  const { recipes, problems } = await openRecipes(root, listProject(root), NO_RECIPES);
  expect(problems).toEqual([]);
  const mirrors = answer ? [`${origin}=${(await serveFor(answer)).url}`] : [];
  const options = { mirrors, world: testWorld({ env }) };
  const [result] = await runRefresh(root, Object.fromEntries(recipes), options);
  expect(result?.failure).toBeNull();
  expect(bare(readDataset(root, name).rows)).toEqual(rows);
}
