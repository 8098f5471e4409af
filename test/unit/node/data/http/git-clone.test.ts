import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  askClone,
  readAtRevision,
  type CloneOptions,
} from '../../../../../src/node/data/http/git-clone.ts';
import { SourceError } from '../../../../../src/node/data/refresh/failure.ts';
import { formats } from '../../../../../src/talk/data/formats/formats.ts';
import { HAS_GIT, makeFolder } from '../../../../support/refresh.ts';

interface Clone {
  options: CloneOptions;
  ids: string[];
}

/** A repository of three commits by two people, tagged before the first and after the last. */
function makeClone(): Clone {
  const folder = path.join(makeFolder(), 'linux');
  mkdirSync(path.join(folder, 'rust'), { recursive: true });
  const git = (...words: string[]): string =>
    execFileSync('git', ['-C', folder, ...words], {
      env: { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
      encoding: 'utf8',
    }).trim();
  git('init', '--quiet', '--initial-branch=master');
  const commit = (author: string, file: string, title: string): string => {
    writeFileSync(path.join(folder, file), `${title}\nsecond\nthird\n`);
    git('add', '.');
    const person = ['-c', `user.name=${author}`, '-c', 'user.email=a@example.org'];
    git(...person, 'commit', '--quiet', '-m', title);
    return git('rev-parse', 'HEAD');
  };
  const ids = [commit('Linus', 'Makefile', 'Linux 6.11')];
  git('tag', 'v6.11');
  ids.push(commit('Miguel Ojeda', 'rust/a.rs', 'rust: add a'));
  ids.push(commit('Miguel Ojeda', 'rust/b.rs', 'rust: add b'));
  ids.push(commit('Alice Ryhl', 'rust/a.rs', 'rust: mend a'));
  ids.push(commit('Author', 'fs.c', 'fs: no Rust'));
  git('tag', 'v6.12');
  const env = { LINUX_TREE: folder, PATH: process.env['PATH'] };
  return { ids, options: { env, timeout: 5000, bytes: 1_000_000 } };
}

const NOWHERE: CloneOptions = { env: { LINUX_TREE: '/' }, timeout: 5000, bytes: 1_000_000 };

// git is no part of Node: these hold wherever it is installed.
describe.runIf(HAS_GIT)('with git', () => {
  test('lists who wrote code between two revisions', async () => {
    const { options } = makeClone();
    const shortlog = { from: 'v6.11', to: 'v6.12', paths: ['rust', '*.rs'] };
    const text = await askClone({ tree: 'LINUX_TREE', shortlog }, options);
    expect(text).toBe('     2\tMiguel Ojeda\n     1\tAlice Ryhl\n');
  });

  test('reads titles of commits, and lines of a file as they were', async () => {
    const { options, ids } = makeClone();
    const id = ids[1]?.slice(0, 12) ?? '';
    expect(await askClone({ tree: 'LINUX_TREE', titles: [id] }, options)).toBe(`${id} rust: add a`);
    const at = (revision: string, last: number) =>
      askClone(
        { tree: 'LINUX_TREE', lines: { revision, file: 'rust/a.rs', first: 1, last } },
        options,
      );
    expect(await at(`${id}`, 2)).toBe('rust: add a\nsecond');
    expect(await at('v6.12', 1)).toBe('rust: mend a');
    await expect(at('v6.12', 99)).rejects.toThrow('has no lines 1 to 99');
    const file = { revision: 'v6.11', file: 'Makefile' };
    expect(await readAtRevision('LINUX_TREE', file, options)).toBe('Linux 6.11\nsecond\nthird\n');
  });

  test('lists the days of commits, in UTC, with the files that they added when asked', async () => {
    const { options } = makeClone();
    const history = { from: 'v6.11', to: 'v6.12', paths: ['rust'] };
    const days = await askClone({ tree: 'LINUX_TREE', history }, options);
    expect(days).toMatch(/^(@\d{4}-\d\d-\d\d\n){3}$/);
    const request = { tree: 'LINUX_TREE', history: { ...history, added: true } };
    const files = formats.readHistory(await askClone(request, options)).map((one) => one.files);
    expect(files).toEqual([['rust/b.rs'], ['rust/a.rs']]);
  });

  test('says what a clone does not have', async () => {
    const { options } = makeClone();
    const shortlog = { from: 'v6.11', to: 'v7.0' };
    const asked = askClone({ tree: 'LINUX_TREE', shortlog }, options);
    await expect(asked).rejects.toThrow(SourceError);
    await expect(asked).rejects.toThrow(/The git clone named by LINUX_TREE did not answer/);
    await expect(askClone({ tree: 'OTHER_TREE', shortlog }, options)).rejects.toThrow(
      'OTHER_TREE is not set.',
    );
  });
});

test('says that there is no git where there is none', async () => {
  const env = { LINUX_TREE: makeFolder(), PATH: makeFolder() };
  const asked = askClone({ tree: 'LINUX_TREE', titles: ['c42297438aee'] }, { ...NOWHERE, env });
  await expect(asked).rejects.toThrow('there is no git');
});

test('takes no option for a revision', async () => {
  for (const from of ['--output=/tmp/x', 'a..b', '']) {
    const asked = askClone({ tree: 'LINUX_TREE', shortlog: { from, to: 'v6.12' } }, NOWHERE);
    await expect(asked).rejects.toThrow('is no revision');
  }
  const titles = askClone({ tree: 'LINUX_TREE', titles: ['--all'] }, NOWHERE);
  await expect(titles).rejects.toThrow('is no commit');
});
