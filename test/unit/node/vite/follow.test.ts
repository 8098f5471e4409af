import { expect, test } from 'vitest';
import { setTimeout as wait } from 'node:timers/promises';
import { followFiles } from '../../../../src/node/vite/follow.ts';
import { makeProject } from '../../../support/project.ts';

function follow() {
  const folder = makeProject({ 'slides/a.md': '# A\n' });
  const looks: string[] = [];
  const follower = followFiles(folder.root, () => {
    looks.push('look');
    return Promise.resolve();
  });
  return { folder, follower, looks };
}

test('many saves at once are one look, and a second one for what the watcher swallowed', async () => {
  const { follower, looks } = follow();
  for (let count = 0; count < 5; count++) follower.note('slides/a.md');
  await wait(40);
  expect(looks).toHaveLength(1);
  await wait(100);
  expect(looks).toHaveLength(2);
});

test('a file that is empty for a moment is not looked at before it is written', async () => {
  const { folder, follower, looks } = follow();
  folder.write('slides/a.md', '');
  follower.note('slides/a.md');
  await wait(15);
  expect(looks).toHaveLength(0);
  folder.write('slides/a.md', '# B\n');
  await wait(40);
  expect(looks).toHaveLength(1);
});

test('a file that stays empty is looked at in the end', async () => {
  const { folder, follower, looks } = follow();
  folder.write('slides/a.md', '');
  follower.note('slides/a.md');
  await wait(250);
  expect(looks.length).toBeGreaterThan(0);
});
