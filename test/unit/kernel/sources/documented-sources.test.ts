import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Project } from '../../../../src/node/project/project.ts';
import { NO_RECIPES, openRecipes } from '../../../../src/node/project/project-recipes.ts';
import { listProject } from '../../../../src/node/project/read-folder.ts';
import type { DatasetRecipe } from '../../../../src/talk/data/dataset/recipe.ts';
import { readAnswer } from '../../../support/answers.ts';
import { bare, readDataset, writeFiles } from '../../../support/connect.ts';
import {
  answerKernelSources,
  kernelMirrors,
  makeKernelClones,
} from '../../../support/kernel-sources.ts';
import { HAS_GIT, makeFolder, runRefresh, serveFor, testWorld } from '../../../support/refresh.ts';

const PAGE = readFileSync('docs/kernel.md', 'utf8');
const SOURCES = PAGE.slice(PAGE.indexOf('## Sources'), PAGE.indexOf('## Readers'));
const SAMPLE = /`data\/([\w-]+)\.ts`[^`]*(?:`[^`]*`[^`]*)*?```ts\n([^]*?)```/g;
const RECIPES = new Map(
  [...SOURCES.matchAll(SAMPLE)].map(([, name = '', text = '']) => [name, text]),
);
const MAX_LINES = 10;
const BLOCKS = [...SOURCES.matchAll(/^```yaml\n(data: ([\w-]+)\n[^]*?)```/gm)];

/** A talk with each block of the page on a slide of its own. */
function writeTalk(known: readonly string[]): string {
  const slides = BLOCKS.filter(([, , name = '']) => known.includes(name)).map(
    ([, block = '', name = '']) =>
      `\n---\n\n# Of ${name}\n\n\`\`\`${block.includes('columns:') ? 'table' : 'chart'}\n${block}\`\`\`\n`,
  );
  return `---\ntitle: Sources\ndate: 2026-11-22\n---\n${slides.join('')}`;
}

const patches = (state: string, more: object) => ({ state, ...more });
const message = (asOf: string, number: string, title: string) => ({
  asOf,
  sent: asOf,
  title,
  author: 'Ada Lovelace',
  url: `https://lore.kernel.org/rust-for-linux/2026${number}.67763-1-ada@example.org/`,
});
const tree = (id: string, more: object) => expect.objectContaining({ id, ...more }) as object;
const result = (test: string, value: number, unit: string, better: string) => ({
  asOf: '2026-11-20',
  id: `${test}, 14-05-nosev-compilation`,
  test,
  system: '14-05-nosev-compilation',
  value,
  unit,
  better,
});

/** The rows that each recipe of the page gives, and whether it needs git. */
const ROWS: Record<string, readonly object[]> = {
  queue: [
    patches('new', { patches: 3, people: 2, oldest: '2026-10-02' }),
    patches('under-review', { patches: 1, people: 1, oldest: '2026-11-20' }),
  ],
  ci: [
    tree('mainline/master builds', { passed: 58, failed: 2, other: 0 }),
    tree('mainline/master boots', { passed: 412, failed: 6, other: 31 }),
    tree('mainline/master tests', { kind: 'tests', passed: 9120, failed: 88, other: 604 }),
    tree('next/master builds', { commit: 'next-20261120', started: '2026-11-20', failed: 0 }),
    tree('next/master boots', { name: 'next/master', passed: 398, failed: 40, other: 12 }),
    tree('next/master tests', { passed: 8400, failed: 210, other: 580 }),
    tree('stable-rc/linux-6.18.y builds', { passed: 40, failed: 1, other: 0 }),
    tree('stable-rc/linux-6.18.y boots', { passed: 220, failed: 0, other: 3 }),
    tree('stable-rc/linux-6.18.y tests', { passed: 4100, failed: 0, other: 90 }),
  ],
  syzbot: [{ asOf: '2026-11-22', open: 3, fixed: 1 }],
  pulls: [
    message('2026-08-01', '0000', '[GIT PULL] Rust for 6.0'),
    message('2026-08-26', '0006', '[GIT PULL] Rust for 6.6'),
    message('2026-09-20', '0012', '[GIT PULL] Rust for 6.12'),
    message('2026-10-16', '0018', '[GIT PULL] Rust for 6.18'),
  ],
  'rust-months': [
    { asOf: '2025-02-28', commits: 2 },
    { asOf: '2025-03-31', commits: 0 },
    { asOf: '2025-04-30', commits: 1 },
    ...listEmptyMonths(),
  ],
  'rust-releases-count': [
    { asOf: '2025-02-15', release: 'v6.16', commits: 2, authors: 2 },
    { asOf: '2026-11-03', release: 'v6.17', commits: 2, authors: 2 },
  ],
  cves: expect.arrayContaining([
    { asOf: '2024-02-29', cves: 2 },
    { asOf: '2024-03-31', cves: 0 },
    { asOf: '2024-04-30', cves: 1 },
    { asOf: '2026-10-31', cves: 0 },
  ]) as object[],
  'our-cves': [
    {
      id: 'CVE-2025-68260',
      title: 'rust_binder: fix race condition on death_list',
      published: '2025-12-16',
      state: 'published',
      fixed: ['6.18.1', '6.19-rc1'],
    },
    { id: 'CVE-2024-26609', title: null, published: '2024-02-29', state: 'rejected', fixed: [] },
  ],
  lkft: [
    {
      asOf: '2026-07-27',
      version: 'v6.16',
      finished: true,
      ...{ runs: 1, passed: 25, failed: 1, skipped: 0, known: 0 },
    },
    {
      asOf: '2026-09-28',
      version: 'v6.17',
      finished: false,
      ...{ runs: 3, passed: 175, failed: 4, skipped: 15, known: 1 },
    },
  ],
  builds: [
    result('Timed Apache Compilation - Time To Compile', 26.449, 'sec', 'lower'),
    result('Timed GCC Compilation - Time To Compile', 1031.908, 'sec', 'lower'),
    result('Timed Linux Kernel Compilation - Build: defconfig', 107.189, 'sec', 'lower'),
    result('Redis - Test: GET - Parallel Connections: 50', 2277704.58, 'Reqs/sec', 'higher'),
  ],
};
const NEEDS_GIT = ['rust-months', 'rust-releases-count', 'cves'];

/** The months from May 2025 to October 2026: November is not over on the day of the test. */
function listEmptyMonths(): object[] {
  return Array.from({ length: 18 }, (_, index) => {
    const end = new Date(Date.UTC(2025, 5 + index, 0)).toISOString().slice(0, 10);
    return { asOf: end, commits: 0 };
  });
}

const names = Object.keys(ROWS).filter((name) => HAS_GIT || !NEEDS_GIT.includes(name));

test('each recipe of the page is short, and each sample is one of them', () => {
  expect([...RECIPES.keys()]).toEqual(Object.keys(ROWS));
  expect(SOURCES.match(/^```ts$/gm)?.length).toBe(RECIPES.size);
  for (const text of RECIPES.values())
    expect(text.trim().split('\n').length).toBeLessThanOrEqual(MAX_LINES);
});

test('each recipe of the page gives the rows of its source', async () => {
  const root = makeFolder();
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
  const files = names.map((name) => [`data/${name}.ts`, RECIPES.get(name) ?? ''] as const);
  writeFiles(root, {
    ...Object.fromEntries(files),
    'data/raw/builds.csv': readAnswer('kernel/phoronix.csv'),
  });
  const { recipes, problems } = await openRecipes(root, listProject(root), NO_RECIPES);
  expect(problems).toEqual([]);
  const { url } = await serveFor(answerKernelSources());
  const clones = HAS_GIT ? makeKernelClones(root) : {};
  const world = testWorld({ env: { PATH: process.env['PATH'], ...clones } });
  const asked = Object.fromEntries(recipes) as Record<string, DatasetRecipe>;
  const results = await runRefresh(root, asked, { mirrors: kernelMirrors(url), world });
  const failures = Object.fromEntries(results.map(({ name, failure }) => [name, failure]));
  for (const name of names) {
    const { rows, text } = readDataset(root, name);
    expect([name, failures[name]]).toEqual([name, null]);
    expect([name, bare(rows)]).toEqual([name, ROWS[name]]);
    // Where the rows come from is in the file.
    expect(text).toMatch(/"sources": \{\n\s+"\w+": \{ "name": "/);
  }
  expect(BLOCKS.map(([, , name]) => name)).toEqual(Object.keys(ROWS));
  writeFiles(root, { 'slides/talks/t.md': writeTalk(names) });
  const checked = await new Project({ root, engine: null }).compile('t');
  expect(checked?.problems).toEqual([]);
  expect(checked?.value?.slides.length).toBe(names.length);
});
