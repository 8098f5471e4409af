import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { parseDataset } from '../../../../src/talk/data/dataset/dataset.ts';
import type { DatasetRecipe } from '../../../../src/talk/data/dataset/recipe.ts';
import type { Dataset, Row } from '../../../../src/talk/model/dataset.ts';
import { serve, type Served } from '../../../support/faults.ts';
import { readAnswer, serveSources, mirrorPairs } from '../../../support/answers.ts';
import {
  HAS_GIT,
  makeFolder,
  runRefresh,
  testWorld,
  type RunOptions,
} from '../../../support/refresh.ts';

const DATA = new URL('../../../../data/', import.meta.url);
const KEYS = { ZULIP_EMAIL: 'bot@example.org', ZULIP_KEY: 's3cret-key' };
const recipes: Record<string, DatasetRecipe> = {};

beforeAll(async () => {
  for (const file of readdirSync(DATA).filter((name) => name.endsWith('.ts'))) {
    const name = path.basename(file, '.ts');
    const module = (await import(`../../../../data/${name}.ts`)) as { default: DatasetRecipe };
    recipes[name] = module.default;
  }
});

/** Refreshes all datasets of the repository in a copy of it. */
async function refreshAll({
  root = copyData(),
  more = [],
  served: earlier,
  ...options
}: RunOptions & { root?: string; more?: readonly string[]; served?: Served } = {}) {
  const key = { user: KEYS.ZULIP_EMAIL, key: KEYS.ZULIP_KEY };
  const served = earlier ?? (await serveSources(key));
  if (!earlier) onTestFinished(served.close);
  const world = testWorld({ env: KEYS });
  const results = await runRefresh(root, recipes, {
    mirrors: [...mirrorPairs(served), ...more],
    world,
    ...options,
  });
  const outcomes = Object.fromEntries(results.map((result) => [result.name, result.outcome]));
  return { root, served, results, outcomes };
}

function copyData(): string {
  const root = makeFolder();
  mkdirSync(path.join(root, 'data'), { recursive: true });
  cpSync(DATA, path.join(root, 'data'), { recursive: true });
  return root;
}

function read(root: string, name: string): Dataset {
  const text = readFileSync(path.join(root, `data/${name}.json`), 'utf8');
  const { value, problems } = parseDataset({ path: name, text }, name, recipes[name]);
  expect(problems).toEqual([]);
  if (!value) throw new Error(`${name} is no dataset`);
  return value;
}

function newest(root: string, name: string): Row {
  const { rows } = read(root, name);
  return rows.at(-1) ?? {};
}

const OUTCOMES = {
  bindgen: 'new',
  commits: 'kept',
  distributions: 'new',
  events: 'new',
  'kernel-releases': 'new',
  'kernel-supported': 'new',
  'llvm-rust-toolchains': 'new',
  'mailing-list': 'new',
  'maintainers-rust': 'new',
  'minimum-rust': 'unchanged',
  'patch-submitters': 'kept',
  'rust-authors': 'never',
  'rust-releases': 'new',
  'rust-standalone-installers': 'new',
  'zulip-active': 'new',
  'zulip-messages': 'new',
  'zulip-users': 'new',
};

test('every recipe makes rows of what its source answers', async () => {
  const { root, outcomes, results } = await refreshAll();
  expect(outcomes).toEqual(OUTCOMES);
  const why = results.flatMap(({ name, failure }) =>
    failure ? [`${name}: ${failure.message}`] : [],
  );
  expect(why).toEqual([
    'commits: LINUX_TREE is not set.',
    'patch-submitters: RUST_FOR_LINUX_LIST is not set.',
    'rust-authors: LINUX_TREE is not set.',
  ]);
  expect(newest(root, 'mailing-list')).toEqual({
    asOf: '2026-11-22',
    subscribers: 603,
    exact: true,
    source: 'subspace',
    retrieved: '2026-11-22',
  });
  expect(newest(root, 'zulip-users')).toMatchObject({
    asOf: '2026-09-03',
    users: 902,
    exact: true,
  });
  expect(newest(root, 'zulip-active')).toMatchObject({ active: 36, exact: false });
  expect(newest(root, 'zulip-messages')).toMatchObject({ messages: 41_440 });
  expect(newest(root, 'bindgen')).toMatchObject({ version: '0.73.0', source: 'crates' });
  expect(newest(root, 'rust-releases')).toMatchObject({ version: '1.99.0', since: '2026-11-22' });
});

test('tables get a new edition, and the old ones stay', async () => {
  const { root } = await refreshAll();
  const last = (name: string): Row[] => read(root, name).editions.at(-1)?.rows ?? [];
  expect(read(root, 'llvm-rust-toolchains').editions.map(({ asOf }) => asOf)).toEqual([
    '2024-09',
    '2026-06',
    '2026-11-22',
  ]);
  expect(last('llvm-rust-toolchains')[2]).toMatchObject({ set: 'matching', llvm: '22.1.2' });
  expect(last('maintainers-rust').map(({ name }) => name)).not.toContain('Wedson Almeida Filho');
  expect(last('maintainers-rust').at(-1)).toMatchObject({ key: '...' });
  expect(last('rust-standalone-installers')[4]).toMatchObject({ nightly: [] });
  expect(last('events').find(({ title }) => title === 'Rust for Linux')).toMatchObject({
    start: '12:15',
    room: 'Room 1.85 - 1.86',
  });
  expect(last('events').map(({ title }) => title)).not.toContain('Elsewhere');
  const rustc = last('distributions').map((row) => [row['id'], row['rustc']]);
  expect(Object.fromEntries(rustc)).toMatchObject({
    arch: '1.97.1',
    debian: '1.85.0',
    'debian-testing': '1.92.0',
    fedora: '1.97.1',
    gentoo: '1.97.1',
    nix: '1.96.0',
    opensuse: '1.97.0',
    ubuntu: '1.93.1',
  });
});

test('a stable Debian keeps its Rust when the next one becomes stable', async () => {
  const text = readAnswer('debian-madison.json').replaceAll('1.85.0', '1.99.0');
  const later = await serve((_request, response) => response.end(text));
  onTestFinished(later.close);
  const { root } = await refreshAll({
    more: [`https://api.ftp-master.debian.org=${later.url}`],
  });
  const rows = read(root, 'distributions').editions.at(-1)?.rows ?? [];
  const rustc = Object.fromEntries(rows.map((row) => [row['id'], row['rustc']]));
  expect(rustc).toMatchObject({ debian: '1.85.0', 'debian-testing': '1.92.0' });
});

test('distributions go on without Repology, which often turns clients away, and say so', async () => {
  const turnedAway = await serve((_request, response) => response.writeHead(403).end());
  onTestFinished(turnedAway.close);
  const { root, results } = await refreshAll({
    more: [`https://repology.org=${turnedAway.url}`],
  });
  const result = results.find(({ name }) => name === 'distributions');
  expect([result?.outcome, result?.note]).toEqual(['new', 'without repology.org']);
  expect(turnedAway.requests.length).toBe(1);
  const rows = read(root, 'distributions').editions.at(-1)?.rows ?? [];
  const rustc = Object.fromEntries(rows.map((row) => [row['id'], row['rustc']]));
  expect(rustc).toMatchObject({ arch: '1.97.1', gentoo: null, nix: null, opensuse: null });
});

test('a list gets what is not final yet, and a fact that changed is written again', async () => {
  const { root } = await refreshAll();
  const { rows } = read(root, 'kernel-releases');
  expect(rows.filter(({ version }) => version === '7.1')).toMatchObject([
    { eol: null, since: '2026-02-08' },
    { eol: '2026-09-02', since: '2026-11-22', rust: { version: '1.85.0' } },
  ]);
  expect(rows.at(-1)).toMatchObject({
    version: '7.3',
    previous: '7.2',
    released: null,
    mergeWindow: { opened: '2026-08-16', closed: '2026-08-30' },
    since: '2026-11-22',
    highlights: [],
  });
});

test('every line that was in a file is still there, and new rows stand on lines of their own', async () => {
  const { root, results } = await refreshAll();
  for (const { name, text } of results) {
    if (text === null) continue;
    const before = readFileSync(new URL(`${name}.json`, DATA), 'utf8').split('\n');
    const now = new Set(text.split('\n').map((line) => line.replace(/,$/, '')));
    expect(before.filter((line) => !now.has(line.replace(/,$/, '')))).toEqual([]);
    const { rows, editions } = read(root, name);
    const amount = [...rows, ...editions.flatMap((edition) => edition.rows)].length;
    const lines = text.slice(text.search(/"(?:rows|editions)"/)).split('\n');
    expect(lines.filter((line) => /^\s+\{ "/.test(line)).length).toBe(amount);
  }
});

test('asked again, sources say that nothing changed', async () => {
  const { root, served } = await refreshAll();
  const files = () =>
    readdirSync(path.join(root, 'data')).map((file) =>
      readFileSync(path.join(root, 'data', file), 'utf8'),
    );
  const before = files();
  const asked = served.requests.length;
  const { outcomes } = await refreshAll({ root, served });
  expect(new Set(Object.values(outcomes))).toEqual(new Set(['unchanged', 'kept', 'never']));
  expect(files()).toEqual(before);
  const again = served.requests.slice(asked);
  expect(again.length).toBe(asked);
  expect(again.every(({ headers }) => headers['if-none-match'])).toBe(true);
});

test('a dry run says the same and writes nothing', async () => {
  const { root, outcomes } = await refreshAll({ isDryRun: true });
  expect(outcomes).toEqual(OUTCOMES);
  for (const [name, outcome] of Object.entries(OUTCOMES)) {
    if (outcome === 'never') continue;
    const text = readFileSync(path.join(root, `data/${name}.json`), 'utf8');
    expect(text).toBe(readFileSync(new URL(`${name}.json`, DATA), 'utf8'));
  }
  expect(readdirSync(root)).toEqual(['data']);
});

test('a key goes to its source alone, and neither it nor the asker’s own counts are kept', async () => {
  const { root, served, results } = await refreshAll();
  const hosts = served.requests.filter(({ headers }) => headers.authorization);
  expect(new Set(hosts.map(({ url }) => url?.split('/')[1]))).toEqual(
    new Set(['rust-for-linux.zulipchat.com']),
  );
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const texts = files.map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
  const all = [...texts, JSON.stringify(results)].join('\n');
  expect(all).not.toContain(KEYS.ZULIP_KEY);
  expect(all).not.toContain(
    Buffer.from(`${KEYS.ZULIP_EMAIL}:${KEYS.ZULIP_KEY}`).toString('base64'),
  );
  // As a word of its own, for hashes hold any digits.
  expect(all).not.toMatch(/\b7777\b/);
});

test('one host is asked one thing at a time, and the same thing once', async () => {
  const { served } = await refreshAll();
  const paths = served.requests.map(({ url }) => url);
  expect(new Set(paths).size).toBe(paths.length);
  // All hosts are this one server here, so it never sees two requests at once.
  expect(served.mostOpen()).toBe(1);
});

/** A clone of Linux as far as the recipes look into it: 60 authors between two tags. */
function makeLinux(): string {
  const folder = path.join(makeFolder(), 'linux');
  const git = (words: string[], input?: string): void =>
    void execFileSync('git', words, { input, stdio: ['pipe', 'pipe', 'pipe'] });
  git(['init', '--quiet', folder]);
  const put = (file: string, text: string): string =>
    `M 100644 inline ${file}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
  const commit = (author: string, time: number, changes: string): string =>
    `commit refs/heads/master\nauthor ${author} <a@example.org> ${time} +0000\n` +
    `committer L <l@example.org> ${time} +0000\ndata 2\nC\n\n${changes}`;
  const tag = (name: string): string => `reset refs/tags/${name}\nfrom refs/heads/master\n\n`;
  const files = [
    put('MAINTAINERS', readAnswer('MAINTAINERS').replace('ojeda@kernel.org', 'clone@kernel.org')),
    put(
      'scripts/min-tool-version.sh',
      readAnswer('min-tool-version.sh').replace('1.85.0', '1.86.0'),
    ),
    put('Documentation/process/changes.rst', readAnswer('changes.rst').replace('1.85.0', '1.86.0')),
  ];
  const authors = Array.from(
    { length: 60 },
    (_, index) => `Author ${String(index).padStart(2, '0')}`,
  );
  const commits = authors.map((author, index) =>
    commit(author, 1_760_000_000 + index, put(`rust/${index}.rs`, 'x')),
  );
  const start = commit('Linus', 1_750_000_000, files.join(''));
  const stream = [start, tag('v6.16'), ...commits, tag('v7.2'), 'done\n'].join('');
  git(['-C', folder, 'fast-import', '--quiet', '--done'], stream);
  git(['-C', folder, 'symbolic-ref', 'HEAD', 'refs/heads/master']);
  return folder;
}

test.runIf(HAS_GIT)('a local clone is asked instead of the web where there is one', async () => {
  const env = { ...KEYS, LINUX_TREE: makeLinux(), PATH: process.env['PATH'] };
  const { root, served, outcomes, results } = await refreshAll({
    world: testWorld({ env }),
  });
  expect(outcomes).toMatchObject({
    'rust-authors': 'new',
    'minimum-rust': 'new',
    // Another figure, from another archive.
    'patch-submitters': 'kept',
  });
  const authors = read(root, 'rust-authors').editions.at(-1)?.rows;
  expect(authors?.length).toBe(60);
  expect(authors).toContainEqual({ name: 'Author 59', commits: 1 });
  expect(newest(root, 'minimum-rust')).toMatchObject({
    kernel: '7.2',
    rust: '1.86.0',
    kind: 'minimum',
  });
  expect(read(root, 'maintainers-rust').editions.at(-1)?.rows[0]?.['email']).toBe(
    'clone@kernel.org',
  );
  expect(served.requests.filter(({ url }) => url?.includes('githubusercontent'))).toEqual([]);
  const failed = results.find(({ name }) => name === 'commits')?.failure;
  expect(failed?.message).toMatch(
    /LINUX_TREE did not answer: bad revision|unknown revision|bad object/,
  );
});

test('recipes declare their etiquette', () => {
  for (const { refresh } of Object.values(recipes)) {
    if (!refresh) continue;
    expect(refresh.source.url).toMatch(/^https:/);
    expect(refresh.source.licence).not.toBe('');
    for (const interval of [refresh.minInterval, refresh.updatePeriod, refresh.staleAfter]) {
      expect(interval).toMatch(/^\d+(?:min|h|d|m|y)$/);
    }
  }
});
