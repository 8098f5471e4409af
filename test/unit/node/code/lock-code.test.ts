import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkCode } from '../../../../src/node/code/check-code.ts';
import { openCode } from '../../../../src/node/code/code.ts';
import { updateLock } from '../../../../src/node/code/lock-code.ts';
import { newerTags } from '../../../../src/node/code/release-tags.ts';
import { parseCodePlace } from '../../../../src/talk/code/code-place.ts';
import { writeLock } from '../../../../src/talk/code/code-lock.ts';
import type { PlaceUse } from '../../../../src/talk/code/list-places.ts';
import { createRepository, git, hasGit } from '../../../support/repository.ts';

const STREAM = readFileSync(
  path.resolve(import.meta.dirname, '../../../problems/unlocked-code/repository.txt'),
  'utf8',
);

let bare: string;
let text: string | undefined;

beforeAll(() => {
  if (hasGit) bare = createRepository(STREAM);
});
afterAll(() => {
  if (bare) rmSync(bare, { recursive: true, force: true });
});

function toUses(places: readonly string[]): PlaceUse[] {
  return places.map((written, index) => {
    const place = parseCodePlace(written);
    if (typeof place === 'string' || place.kind === 'file') throw new Error(`${place}`);
    return { place, span: { file: 'a.md', line: index + 1, column: 1, length: 1 } };
  });
}

function open() {
  return openCode({
    root: bare,
    env: { PATH: process.env['PATH'], ROSTRUM_REPO_CLOCK: bare },
    readText: () => text,
    stampOf: () => text ?? null,
  });
}

/** Locks some places as the command does, and counts what changed. */
function lock(places: readonly string[], isUpdate = false) {
  const {
    lock: next,
    added,
    changed,
    removed,
    problems,
  } = updateLock(open(), toUses(places), {
    isUpdate,
  });
  text = writeLock(next);
  const codes = problems.map(({ code }) => code);
  return { added: added.length, changed: changed.length, removed: removed.length, codes };
}

function check(places: readonly string[], until = '2030-01-01'): string[] {
  const named = toUses(places);
  const shown = named.map((use) => ({ ...use, until }));
  const problems = checkCode(open(), { shown, named, readText: () => text });
  return problems.map(({ code, message }) => `${code}: ${message}`);
}

const V1 = 'clock@v1.0:src/tick.c#L4-6';
const MAIN = 'clock@main:src/tick.c#L4';

describe.skipIf(!hasGit)('with git', () => {
  test('adds what is missing, keeps what is there, removes what is not named', () => {
    text = undefined;
    expect(lock([V1, V1, MAIN])).toEqual({ added: 2, changed: 0, removed: 0, codes: [] });
    const first = text;
    expect(lock([V1, MAIN])).toEqual({ added: 0, changed: 0, removed: 0, codes: [] });
    // Read again, the lines are the same.
    expect(lock([V1, MAIN], true)).toMatchObject({ added: 0, changed: 0, removed: 0 });
    expect(text).toBe(first);
    expect(lock([V1, 'clock@v9:a.c'])).toEqual({
      added: 0,
      changed: 0,
      removed: 1,
      codes: ['unknown-revision'],
    });
  });

  test('keeps the commit of a branch and of a tag until it is told to follow them', () => {
    text = undefined;
    lock([V1, MAIN]);
    const [old, now] = git(bare, ['rev-parse', 'v1.0^{commit}', 'v1.1^{commit}']).split('\n');
    git(bare, ['tag', '--force', 'v1.0', now ?? '']);
    git(bare, ['branch', '--force', 'main', old ?? '']);
    const [tag, branch] = toUses([V1, MAIN]).map(({ place }) => open().read(place));
    expect(tag?.code?.after.commit).toBe(old);
    const moved = tag?.toProblems.map((toProblem) =>
      toProblem({ file: 'a', line: 1, column: 1, length: 1 }),
    );
    expect(moved?.map(({ code }) => code)).toEqual(['moved-revision']);
    expect(moved?.[0]?.message).toContain(`${old?.slice(0, 12)} in rostrum.lock`);
    expect(moved?.[0]?.message).toContain(`${now?.slice(0, 12)} in the repository`);
    // A branch moves every day, so that says nothing.
    expect([branch?.code?.after.commit, branch?.toProblems]).toEqual([now, []]);
    expect(lock([V1, MAIN])).toMatchObject({ changed: 0 });
    expect(lock([V1, MAIN], true)).toMatchObject({ changed: 2, codes: [] });
    expect(open().read(toUses([V1])[0]?.place ?? expect.fail())).toMatchObject({
      code: { after: { commit: now } },
      toProblems: [],
    });
    git(bare, ['tag', '--force', 'v1.0', old ?? '']);
    git(bare, ['branch', '--force', 'main', now ?? '']);
  });

  test('finds lines that a later release changed, up to the date of the talk', () => {
    text = undefined;
    lock([V1]);
    expect(check([V1])).toEqual([`changed-code: The lines of ${V1} changed in v1.1.`]);
    expect(check([V1], '2024-05-31')).toEqual([]);
    const same = 'clock@v1.0:src/tick.c#L5-8';
    lock([same]);
    expect(check([same])).toEqual([]);
  });

  test('finds the new path of a renamed file, and says when a file is gone', () => {
    text = undefined;
    const clone = mkdtempSync(path.join(tmpdir(), 'rostrum-renamed-'));
    const lines = Array.from({ length: 30 }, (_, line) => `int line${line};`).join('\n');
    for (const words of [
      ['init', '--quiet', '--initial-branch=main'],
      ['config', 'commit.gpgsign', 'false'],
    ])
      git(clone, words);
    const commit = (tag: string, day: string): void => {
      git(clone, ['add', '--all']);
      git(clone, ['commit', '--quiet', '--message', tag], { day });
      git(clone, ['tag', tag], { day });
    };
    mkdirSync(path.join(clone, 'old'));
    writeFileSync(path.join(clone, 'old/clock.c'), lines);
    writeFileSync(path.join(clone, 'old/bell.c'), 'int bell;\n');
    writeFileSync(path.join(clone, 'old/hand.c'), lines.replaceAll('line', 'hand'));
    commit('v1.0', '2024-01-01');
    mkdirSync(path.join(clone, 'new'));
    renameSync(path.join(clone, 'old/clock.c'), path.join(clone, 'new/clock.c'));
    writeFileSync(path.join(clone, 'new/clock.c'), lines.replace('line9', 'line_nine'));
    renameSync(path.join(clone, 'old/hand.c'), path.join(clone, 'new/pointer.c'));
    rmSync(path.join(clone, 'old/bell.c'));
    commit('v1.1', '2024-02-01');
    const before = bare;
    try {
      bare = clone;
      const places = ['old/clock.c#L2-4', 'old/bell.c', 'old/hand.c#L1'].map(
        (place) => `clock@v1.0:${place}`,
      );
      lock(places);
      expect(check(places)).toEqual([
        'changed-code: The file of clock@v1.0:old/clock.c#L2-4 is "new/clock.c" in v1.1.',
        'changed-code: The file of clock@v1.0:old/bell.c is gone in v1.1.',
        'changed-code: The file of clock@v1.0:old/hand.c#L1 is "new/pointer.c" in v1.1.',
      ]);
    } finally {
      bare = before;
      rmSync(clone, { recursive: true, force: true });
    }
  });

  test('says what a partial clone lacks, and fetches nothing', () => {
    text = undefined;
    lock([V1]);
    git(bare, ['config', 'uploadpack.allowfilter', 'true']);
    const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-partial-'));
    const before = bare;
    try {
      git(folder, ['clone', '--quiet', '--bare', '--filter=blob:none', `file://${bare}`, 'clone']);
      bare = path.join(folder, 'clone');
      expect(check([V1])).toEqual([
        `changed-code: The lines of ${V1} cannot be compared with v1.1, whose file the clone lacks.`,
      ]);
    } finally {
      bare = before;
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('finds entries that were edited or are not used, and reads the former again', () => {
    text = undefined;
    lock([V1, MAIN]);
    text = (text ?? '').replace('int tick', 'void tick');
    expect(check([V1], '2024-01-02').map((line) => line.split(':')[0])).toEqual([
      'altered-lock',
      'unused-lock',
    ]);
    expect(lock([V1])).toMatchObject({ changed: 1, removed: 1 });
    expect(check([V1], '2024-01-02')).toEqual([]);
  });

  test('says nothing where the clone is gone', () => {
    text = undefined;
    lock([V1]);
    const lost = bare;
    bare = '/nowhere';
    expect(check([V1])).toEqual([]);
    expect(lock([V1])).toEqual({ added: 0, changed: 0, removed: 0, codes: [] });
    bare = lost;
  });
});

test('compares releases as versions, and what is no release by the day', () => {
  const tag = (name: string, date: string) => ({ name, date });
  const tags = [
    tag('v6.9', '2024-05-12'),
    tag('v6.10', '2024-07-14'),
    tag('v6.10.3', '2024-08-03'),
    tag('v6.11', '2024-09-15'),
    tag('v6.6.50', '2024-09-08'),
    tag('next-20240901', '2024-09-01'),
  ];
  const from = (revision: string, date: string, until = '2030-01-01'): string[] =>
    newerTags(tags, { revision, date }, until);
  expect(from('v6.9', '2024-05-12')).toEqual(['v6.10', 'v6.10.3', 'v6.11']);
  expect(from('v6.9', '2024-05-12', '2024-07-31')).toEqual(['v6.10']);
  expect(from('v6.11', '2024-09-15')).toEqual([]);
  expect(from('main', '2024-09-05')).toEqual(['v6.6.50', 'v6.11']);
});
