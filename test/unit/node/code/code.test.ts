import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCode, type CodeReader, type Repositories } from '../../../../src/node/code/code.ts';
import { parseCodePlace } from '../../../../src/talk/code/code-place.ts';
import { createRepository, git, hasGit } from '../../../support/repository.ts';

const STREAM = readFileSync(
  path.resolve(import.meta.dirname, '../../../problems/unlocked-code/repository.txt'),
  'utf8',
);
const SPAN = { file: 'a.md', line: 1, column: 1, length: 1 };

let top: string;
/** A bare repository. */
let bare: string;

beforeAll(() => {
  if (!hasGit) return;
  top = mkdtempSync(path.join(tmpdir(), 'rostrum-code-'));
  bare = createRepository(STREAM);
});
afterAll(() => {
  for (const folder of [top, bare]) if (folder) rmSync(folder, { recursive: true, force: true });
});

/** A project that has only a lock. */
function open(
  clone: string | null,
  {
    lock,
    ...more
  }: { lock?: () => string | undefined; isSafe?: boolean; repositories?: Repositories } = {},
): CodeReader {
  return openCode({
    root: top,
    env: { PATH: process.env['PATH'], ...(clone === null ? {} : { ROSTRUM_REPO_CLOCK: clone }) },
    readText: () => lock?.(),
    stampOf: () => lock?.() ?? null,
    ...more,
  });
}

/** Reads a place: its lines, or the codes of what is wrong. */
function read(reader: CodeReader, written: string): string[] {
  const place = parseCodePlace(written);
  if (typeof place === 'string' || place.kind === 'file') throw new Error(`${place}`);
  const { code, toProblems } = reader.read(place);
  return code ? [...code.after.lines] : toProblems.map((toProblem) => toProblem(SPAN).code);
}

/** The message and the hint of the first problem of a place. */
function complain(reader: CodeReader, written: string): string {
  const place = parseCodePlace(written);
  if (typeof place === 'string' || place.kind === 'file') throw new Error(`${place}`);
  const problem = reader.read(place).toProblems[0]?.(SPAN);
  return `${problem?.message} ${problem?.hint}`;
}

const LINES = 'clock@v1.0:src/tick.c#L4-6';
const OLD = ['int tick(struct clock *clock)', '{', '\tclock->ticks += 1;'];

describe.skipIf(!hasGit)('with git', () => {
  test('reads a bare repository, a clone, a linked work tree and a submodule', () => {
    const clone = path.join(top, 'clone');
    git(top, ['clone', '--quiet', bare, clone]);
    git(clone, ['worktree', 'add', '--quiet', path.join(top, 'linked'), 'v1.1']);
    const outer = path.join(top, 'outer');
    git(top, ['init', '--quiet', outer]);
    git(outer, ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', bare, 'inner']);
    for (const folder of [bare, clone, path.join(top, 'linked'), path.join(outer, 'inner')]) {
      expect(read(open(folder), LINES), folder).toEqual(OLD);
    }
    expect(read(open('clone'), LINES)).toEqual(OLD);
    expect(read(open(null, { repositories: { clock: { path: './clone' } } }), LINES)).toEqual(OLD);
    // A folder of a clone is none, and the files of a submodule are not those of the repository around it.
    expect(read(open(path.join(clone, 'src')), LINES)).toEqual(['unreadable-repository']);
    git(outer, ['commit', '--quiet', '--message', 'one']);
    expect(complain(open(outer), 'clock@HEAD:inner')).toContain('is a submodule');
    mkdirSync(path.join(outer, 'empty'));
    expect(read(open(path.join(outer, 'empty')), 'clock@HEAD:inner')).toEqual([
      'unreadable-repository',
    ]);
  });

  test('fetches nothing that a partial clone lacks', () => {
    git(bare, ['config', 'uploadpack.allowFilter', 'true']);
    const partial = path.join(top, 'partial');
    const from = pathToFileURL(bare).href;
    git(top, ['clone', '--quiet', '--no-checkout', '--filter=blob:none', from, partial]);
    expect(complain(open(partial), LINES)).toContain('it is a partial clone, and lacks this file');
    // What git has fetched on request is read.
    git(partial, ['cat-file', '-e', 'v1.0:src/tick.c']);
    expect(read(open(partial), LINES)).toEqual(OLD);
    expect(read(open(partial), 'clock@v1.1:src/tick.c')).toEqual(['unreadable-repository']);
  });

  test('says that a clone is shallow', () => {
    const shallow = path.join(top, 'shallow');
    git(top, ['clone', '--quiet', '--depth=1', pathToFileURL(bare).href, shallow]);
    expect(complain(open(shallow), LINES)).toContain('The clone is shallow');
  });

  test('runs no program that a repository names', () => {
    const clone = path.join(top, 'mined');
    git(top, ['clone', '--quiet', bare, clone]);
    const trap = path.join(top, 'trap');
    writeFileSync(path.join(clone, '.git/info/attributes'), '* diff=trap filter=trap\n');
    const keys = ['diff.trap.textconv', 'diff.trap.command', 'filter.trap.smudge', 'core.pager'];
    for (const key of [...keys, 'core.fsmonitor', 'core.sshCommand', 'diff.external']) {
      git(clone, ['config', key, `touch ${trap}; false`]);
    }
    expect(read(open(clone), LINES)).toEqual(OLD);
    expect(read(open(clone), 'clock@v1.0..v1.1:src/tick.c')).toContain(
      'long tick(struct clock *clock)',
    );
    expect(read(open(clone), 'clock@nope:src/tick.c')).toEqual(['unknown-revision']);
    expect(read(open(clone), 'clock@v1.0:src/nope.c')).toEqual(['missing-code']);
    expect(existsSync(trap)).toBe(false);
    // The trap works: a command that shows differences to people springs it.
    expect(() => git(clone, ['diff', 'v1.0', 'v1.1'])).toThrow();
    expect(existsSync(trap)).toBe(true);
  });

  test('compares a renamed file with itself under its old name, and a new one with nothing', () => {
    const moved = path.join(top, 'moved');
    git(top, ['init', '--quiet', '--initial-branch=main', moved]);
    const lines = Array.from({ length: 20 }, (_, line) => `int line${line};`);
    const commit = (tag: string): void => {
      git(moved, ['add', '--all']);
      git(moved, ['commit', '--quiet', '--message', tag]);
      git(moved, ['tag', tag]);
    };
    writeFileSync(path.join(moved, 'old_clock.c'), lines.join('\n'));
    writeFileSync(path.join(moved, 'bell.c'), 'void ring(void);\n');
    commit('v1');
    mkdirSync(path.join(moved, 'src'));
    git(moved, ['rm', '--quiet', 'old_clock.c', 'bell.c']);
    writeFileSync(path.join(moved, 'src/clock.c'), lines.with(9, 'long line9;').join('\n'));
    writeFileSync(path.join(moved, 'src/new.c'), 'int fresh;\n');
    commit('v2');
    const compare = (written: string): (readonly string[] | undefined)[] => {
      const place = parseCodePlace(`clock@v1..v2:${written}`);
      if (typeof place === 'string' || place.kind === 'file') throw new Error(`${place}`);
      const { code } = open(moved).read(place);
      return [code?.before?.lines, code?.after.lines];
    };
    expect(compare('src/clock.c#L10')).toEqual([['int line9;'], ['long line9;']]);
    expect(compare('src/new.c')).toEqual([[], ['int fresh;']]);
  });

  test('reads links within a repository, odd names and old encodings, and no other things', () => {
    const odd = path.join(top, 'odd');
    git(top, ['init', '--quiet', '--initial-branch=main', odd]);
    mkdirSync(path.join(odd, 'a b'));
    writeFileSync(path.join(odd, 'a b/é.txt'), 'x\n');
    writeFileSync(path.join(odd, 'latin.c'), Buffer.from('/* \xe9 */\n', 'latin1'));
    writeFileSync(path.join(odd, 'data.bin'), Buffer.from([1, 0, 2]));
    writeFileSync(path.join(odd, 'large.h'), 'version https://git-lfs.github.com/spec/v1\n');
    const link = (target: string, name: string): void => {
      const id = git(odd, ['hash-object', '-w', '--stdin'], { input: target });
      git(odd, ['update-index', '--add', '--cacheinfo', `120000,${id},${name}`]);
    };
    git(odd, ['add', '--all']);
    link('latin.c', 'good');
    link('../../etc/passwd', 'bad');
    git(odd, ['commit', '--quiet', '--message', 'one']);
    const reader = open(odd);
    expect(read(reader, 'clock@main:a b/é.txt')).toEqual(['x']);
    expect(read(reader, 'clock@main:latin.c')).toEqual(['/* é */']);
    expect(read(reader, 'clock@main:good')).toEqual(['/* é */']);
    expect(complain(reader, 'clock@main:bad')).toContain('is a link that leads to no file');
    expect(complain(reader, 'clock@main:data.bin')).toContain('is no text');
    expect(complain(reader, 'clock@main:large.h')).toContain('is kept by Git LFS');
    expect(complain(reader, 'clock@main:a b')).toContain('is a folder');
  });

  test('reads again when a branch moves, and gives the same value until then', () => {
    const clone = path.join(top, 'moving');
    git(top, ['clone', '--quiet', bare, clone]);
    const reader = open(clone);
    const place = parseCodePlace('clock@main:src/tick.c#L4');
    if (typeof place === 'string' || place.kind === 'file') throw new Error('no place');
    const first = reader.read(place);
    expect(reader.read(place)).toBe(first);
    const stamp = reader.stampOf('clock@main');
    git(clone, ['reset', '--quiet', '--hard', 'v1.0']);
    expect(reader.stampOf('clock@main')).not.toBe(stamp);
    expect(reader.read(place).code?.after.lines).toEqual(['int tick(struct clock *clock)']);
  });

  test('writes no credentials of a remote into links', () => {
    const clone = path.join(top, 'remote');
    git(top, ['clone', '--quiet', bare, clone]);
    git(clone, ['remote', 'set-url', 'origin', 'https://ada:secret@github.com/town/clock.git']);
    expect(open(clone).forgeOf('clock')).toEqual({
      web: 'https://github.com/town/clock',
      link: null,
    });
    const url = 'https://codeberg.org/town/clock';
    const repositories = { clock: { url, link: 'https://x.org/{path}' } };
    expect(open(clone, { repositories }).forgeOf('clock').web).toBe(url);
  });
});

test('says what is missing where there is no clone, no git, or no right to run it', () => {
  expect(read(open(null), LINES)).toEqual(['unknown-repository']);
  expect(read(open('/nowhere'), LINES)).toEqual(['unreadable-repository']);
  expect(complain(open('/nowhere', { isSafe: true }), LINES)).toContain(
    'with --safe no program runs',
  );
});

test('needs no clone for what is in the lock, and reports a lock that changed', () => {
  let text: string | undefined = JSON.stringify({
    version: 1,
    repositories: { clock: 'https://codeberg.org/town/clock' },
    code: { [LINES]: { commit: 'a'.repeat(40), date: '2024-01-01', first: 4, lines: OLD } },
  });
  for (const reader of [
    open(null, { lock: () => text }),
    open('/nowhere', { lock: () => text, isSafe: true }),
  ]) {
    expect(read(reader, LINES)).toEqual(OLD);
    expect(reader.lock().problems).toEqual([]);
  }
  const reader = open(null, { lock: () => text });
  expect(read(reader, LINES)).toEqual(OLD);
  text = undefined;
  expect(read(reader, LINES)).toEqual(['unknown-repository']);
});
