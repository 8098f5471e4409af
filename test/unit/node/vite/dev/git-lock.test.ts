import { rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { followFiles } from '../../../../../src/node/vite/dev/follow.ts';
import { watchGitLock } from '../../../../../src/node/vite/dev/git-lock.ts';
import { makeProject } from '../../../../support/project.ts';

test('Git writes while its lock is there, in the folder itself, in one above it and in a second work tree', () => {
  const { root, write, remove } = makeProject({
    'repository/.git/HEAD': '',
    'repository/talks/a.md': '',
    'second/.git': 'gitdir: ../repository/.git/worktrees/second\n',
    'repository/.git/worktrees/second/HEAD': '',
  });
  const folders = ['repository', 'repository/talks', 'second'];
  const watches = folders.map((folder) => watchGitLock(path.join(root, folder)));
  const look = () => watches.map((isBusy) => isBusy());
  expect(look()).toEqual([false, false, false]);
  write('repository/.git/index.lock', '');
  expect(look()).toEqual([true, true, false]);
  write('repository/.git/worktrees/second/index.lock', '');
  expect(look()).toEqual([true, true, true]);
  remove('repository/.git/index.lock');
  expect(look()).toEqual([false, false, true]);
});

test('a lock that a killed Git left holds nothing up', () => {
  const { root, write } = makeProject({ '.git/HEAD': '' });
  write('.git/index.lock', '');
  utimesSync(path.join(root, '.git/index.lock'), new Date(2020, 1), new Date(2020, 1));
  expect(watchGitLock(root)()).toBe(false);
});

test('files that Git switches are looked at when all are there', async () => {
  const { root, write } = makeProject({ '.git/index.lock': '', 'slides/a.md': '# A\n' });
  const looks: string[] = [];
  const refresh = () => Promise.resolve(void looks.push('look'));
  const follower = followFiles(root, refresh, () => undefined, watchGitLock(root));
  follower.note('slides/a.md');
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(looks).toEqual([]);
  write('slides/b.md', '# B\n');
  follower.note('slides/b.md');
  rmSync(path.join(root, '.git/index.lock'));
  await vi.waitFor(() => expect(looks.length).toBeGreaterThan(0));
});
