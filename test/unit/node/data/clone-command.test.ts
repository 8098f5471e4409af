import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Dataset } from '../../../../src/talk/model/dataset.ts';
import { HAS_GIT, makeFolder } from '../../../support/refresh.ts';

/** The real recipes and the real command, on repositories made for the test. */
vi.setConfig({ testTimeout: 30_000 });

const HOME = path.resolve(import.meta.dirname, '../../../..');
const ROSTRUM = path.join(HOME, 'bin/rostrum.mjs');

interface Commit {
  author: string;
  title: string;
  /** Texts of files by name. */
  files?: Record<string, string>;
  body?: string;
  day?: string;
}

/** Runs git commands that commit and tag in a repository; returns their output. */
interface Repository {
  folder: string;
  commit(commit: Commit): string;
  tag(name: string): void;
}

function openRepository(): Repository {
  const folder = path.join(makeFolder(), 'repository');
  mkdirSync(folder);
  const git = (words: string[], more: NodeJS.ProcessEnv = {}): string =>
    execFileSync('git', ['-C', folder, ...words], {
      env: { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1', ...more },
      encoding: 'utf8',
    }).trim();
  git(['init', '--quiet', '--initial-branch=master']);
  return {
    folder,
    tag: (name) => void git(['tag', name]),
    commit({ author, title, body = '', files = {}, day = '2026-08-01' }) {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        writeFileSync(path.join(folder, file), text);
      }
      git(['add', '.']);
      const at = `${day}T12:00:00Z`;
      const [name, email] = [author, 'author@example.org'];
      git(['commit', '--quiet', '--allow-empty', '-m', `${title}\n\n${body}`], {
        GIT_AUTHOR_NAME: name,
        GIT_AUTHOR_EMAIL: email,
        GIT_AUTHOR_DATE: at,
        GIT_COMMITTER_NAME: 'Miguel Ojeda',
        GIT_COMMITTER_EMAIL: email,
        GIT_COMMITTER_DATE: at,
      });
      return git(['rev-parse', 'HEAD']);
    },
  };
}

const CODE = `import { defineDataset, v } from 'rostrum';

export default defineDataset({
  title: 'Code that a slide shows',
  key: 'file',
  schema: v.object({ file: v.string(), code: v.string() }),
  refresh: {
    id: 'linux',
    source: { name: 'Linux', url: 'https://git.kernel.org/', licence: 'GPL-2.0' },
    minInterval: '1d',
    updatePeriod: '1y',
    staleAfter: '9y',
    needs: ['LINUX_TREE'],
    ask: {
      code: {
        tree: 'LINUX_TREE',
        lines: { revision: 'v6.11', file: 'rust/kernel/time.rs', first: 2, last: 3 },
      },
    },
    parse: ({ code }) => ({ rows: [{ file: 'rust/kernel/time.rs', code }] }),
  },
});
`;

/** A project with recipes of the repository, and releases a year apart. */
function makeProject(commits: { id: string; subject: string }[]): string {
  const root = makeFolder();
  for (const name of ['commits', 'rust-authors', 'patch-submitters']) {
    cpSync(path.join(HOME, `data/${name}.ts`), path.join(root, `data/${name}.ts`));
  }
  const write = (name: string, value: object): void =>
    writeFileSync(path.join(root, `data/${name}.json`), JSON.stringify(value, null, 2));
  writeFileSync(path.join(root, 'data/code.ts'), CODE);
  const sources = { us: { name: 'Us' } };
  const releases = [
    { version: '6.10', released: '2024-07-14' },
    { version: '6.11', released: '2025-09-15' },
  ];
  write('kernel-releases', { title: 'Releases', key: 'version', sources, rows: releases });
  const about = { subsystem: 'Rust', topic: 'T', kernel: '6.11', url: 'https://example.org/' };
  const rows = commits.map((commit) => ({ ...commit, ...about, source: 'us' }));
  write('commits', { title: 'Commits', key: 'id', sources, rows });
  return root;
}

interface Outcome {
  name: string;
  outcome: string;
  added: number;
  corrected: number;
  why: { message: string } | null;
}

/** Refreshes by the command line, and gives what it says as JSON. */
async function refresh(root: string, env: NodeJS.ProcessEnv): Promise<Outcome[]> {
  const child = spawn(process.execPath, [ROSTRUM, 'data', 'refresh', '--json'], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  await new Promise((resolve) => child.on('close', resolve));
  return (JSON.parse(out) as { datasets: Outcome[] }).datasets;
}

function read(root: string, name: string): Dataset {
  return JSON.parse(readFileSync(path.join(root, `data/${name}.json`), 'utf8')) as Dataset;
}

/** Linux with two releases; its Rust code is by three people, with trailers that name others. */
function makeLinux(): { folder: string; titled: string; mended: string } {
  const linux = openRepository();
  linux.commit({ author: 'Linus', title: 'Linux 6.10', files: { Makefile: 'VERSION = 6\n' } });
  linux.commit({ author: 'Before', title: 'rust: old', files: { 'rust/old.rs': '//\n' } });
  linux.tag('v6.10');
  const titled = linux.commit({
    author: 'Boqun Feng',
    title: 'rust: time: Use wrapping_sub()',
    body: 'Co-developed-by: Nils <n@example.org>\nSigned-off-by: Boqun Feng <b@example.org>',
    files: { 'rust/kernel/time.rs': 'one\ntwo\nthree\nfour\n' },
  });
  linux.commit({ author: 'Alice Ryhl', title: 'a', files: { 'drivers/block/rnull.rs': 'x\n' } });
  linux.commit({ author: 'Alice Ryhl', title: 'b', files: { 'rust/kernel/list.rs': 'x\n' } });
  linux.commit({ author: 'Björn Roy Baron', title: 'c', files: { 'samples/rust/s.rs': 'x\n' } });
  linux.commit({ author: 'Driver Author', title: 'fs: no Rust', files: { 'fs/ext4.c': 'x\n' } });
  linux.tag('v6.11');
  const mended = linux.commit({
    author: 'Later',
    title: 'rust: time: After the release',
    files: { 'rust/kernel/time.rs': 'ONE\nTWO\nTHREE\nFOUR\n' },
  });
  return { folder: linux.folder, titled: titled.slice(0, 12), mended: mended.slice(0, 12) };
}

// git is no part of Node: this holds wherever it is installed.
describe.runIf(HAS_GIT)('from a clone of Linux', () => {
  test('come who wrote code between two releases, titles of commits, and lines of a file', async () => {
    const { folder, titled, mended } = makeLinux();
    const root = makeProject([
      { id: titled, subject: 'rust: time: Use wrapping_sub' },
      { id: mended, subject: 'rust: time: After the release' },
    ]);
    const outcomes = await refresh(root, { LINUX_TREE: folder, RUST_FOR_LINUX_LIST: '' });
    expect(
      outcomes.map(({ name, outcome, added, corrected }) => [name, outcome, added, corrected]),
    ).toEqual([
      ['code', 'new', 1, 0],
      ['commits', 'new', 0, 1],
      ['patch-submitters', 'never', 0, 0],
      ['rust-authors', 'new', 3, 0],
    ]);
    expect(read(root, 'rust-authors').editions[0]?.rows).toEqual([
      { name: 'Alice Ryhl', commits: 2 },
      { name: 'Björn Roy Baron', commits: 1 },
      { name: 'Boqun Feng', commits: 1 },
    ]);
    expect(read(root, 'code').rows[0]).toMatchObject({ code: 'two\nthree' });
    // What the file said stays, and what the clone says stands behind it.
    const told = read(root, 'commits').rows.filter(({ id }) => id === titled);
    expect(told.map(({ subject }) => subject)).toEqual([
      'rust: time: Use wrapping_sub',
      'rust: time: Use wrapping_sub()',
    ]);
    expect(told[1]).toMatchObject({ source: 'linux', subsystem: 'Rust', kernel: '6.11' });
    expect(told[1]?.since).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test('a commit or a release that it does not have is said, and the rows stay', async () => {
    const linux = openRepository();
    linux.commit({ author: 'Linus', title: 'Linux 6.10' });
    const commits = [{ id: 'c42297438aee', subject: 'kbuild: rust: Define probing macros' }];
    const root = makeProject(commits);
    const before = readFileSync(path.join(root, 'data/commits.json'), 'utf8');
    const outcomes = await refresh(root, { LINUX_TREE: linux.folder, RUST_FOR_LINUX_LIST: '' });
    const said = Object.fromEntries(outcomes.map(({ name, why }) => [name, why?.message]));
    expect(said['commits']).toMatch(
      /^The git clone named by LINUX_TREE did not answer: .*c42297438/,
    );
    expect(said['rust-authors']).toMatch(/did not answer: .*v6\.10/);
    expect(said['code']).toMatch(/did not answer: .*v6\.11/);
    expect(readFileSync(path.join(root, 'data/commits.json'), 'utf8')).toBe(before);
  });
});

test.runIf(HAS_GIT)(
  'from a clone of the list’s archive comes who sent patches in a year',
  async () => {
    const list = openRepository();
    const today = new Date().toISOString();
    const day = (years: number, rest: string): string =>
      `${Number(today.slice(0, 4)) - years}-${rest}`;
    const mail = (author: string, title: string, on = today.slice(0, 10)): string =>
      list.commit({ author, title, day: on, files: { m: `${author} ${title}` } });
    mail('Too Early', '[PATCH] rust: long ago', day(3, '01-01'));
    mail('Danilo Krummrich', '[PATCH v2 1/3] rust: alloc: add Allocator');
    mail('Danilo Krummrich', '[PATCH v2 2/3] rust: alloc: more');
    mail('Only Answers', 'Re: [PATCH v2 1/3] rust: alloc: add Allocator');
    mail('Only Asks', 'How do I build it?');
    mail('Andreas Hindborg', '[RFC PATCH] rust: hrtimer');
    mail('Ordinary', '[ANNOUNCE] Kangrejos 2026');
    const root = makeProject([]);
    const env = { LINUX_TREE: '', RUST_FOR_LINUX_LIST: list.folder };
    const outcomes = await refresh(root, env);
    expect(outcomes.find(({ name }) => name === 'patch-submitters')).toMatchObject({
      outcome: 'new',
      added: 2,
    });
    const { editions, sources } = read(root, 'patch-submitters');
    expect(editions[0]?.rows).toEqual([{ name: 'Andreas Hindborg' }, { name: 'Danilo Krummrich' }]);
    expect(Object.values(sources).map(({ name }) => name)).toEqual([
      'rust-for-linux list, its archive on lore.kernel.org',
    ]);
  },
);
