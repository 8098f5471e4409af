import fs, { rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { followFiles } from '../../../../../src/node/vite/dev/follow.ts';
import { makeProject } from '../../../../support/project.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** Lets time pass, on a clock that only the test moves. */
async function wait(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}

function follow(work: () => Promise<void> = () => Promise.resolve()) {
  const folder = makeProject({ 'slides/a.md': '# A\n' });
  const looks: string[] = [];
  const reported: unknown[] = [];
  const follower = followFiles(
    folder.root,
    () => {
      looks.push('look');
      return work();
    },
    (error) => reported.push(String(error)),
  );
  return { folder, follower, looks, reported };
}

test('many saves at once are one look, and a second one for what the watcher swallowed', async () => {
  const { follower, looks } = follow();
  for (let count = 0; count < 5; count++) follower.note('slides/a.md');
  await wait(40);
  expect(looks).toHaveLength(1);
  await wait(100);
  expect(looks).toHaveLength(2);
});

test('hundreds of files that change at once are one look, and each is read a few times', async () => {
  const { folder, follower, looks } = follow();
  const names = Array.from({ length: 400 }, (_, index) => `slides/${index}.md`);
  for (const name of names) folder.write(name, '# A\n');
  const stat = vi.spyOn(fs, 'statSync');
  syncBuiltinESMExports();
  onTestFinished(() => {
    stat.mockRestore();
    syncBuiltinESMExports();
  });
  for (const name of names) follower.note(name);
  await wait(70);
  expect(looks).toHaveLength(1);
  expect(stat.mock.calls.length).toBeGreaterThanOrEqual(2 * names.length);
  expect(stat.mock.calls.length).toBeLessThan(20 * names.length);
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

test('a file that is gone for a moment is looked at when another is in its place', async () => {
  const { folder, follower, looks } = follow();
  const file = path.join(folder.root, 'slides/a.md');
  rmSync(file);
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

test('a change that is reported twice is checked once', async () => {
  const { follower, looks } = follow();
  follower.note('slides/a.md');
  await wait(120);
  expect(looks).toHaveLength(2);
  follower.note('slides/a.md');
  await wait(120);
  expect(looks).toHaveLength(2);
});

test('a file that is still growing is looked at when it is written', async () => {
  const { folder, follower, looks } = follow();
  follower.note('slides/a.md');
  for (let size = 1; size < 4; size++) {
    folder.write('slides/a.md', '# A\n'.repeat(2 ** size));
    expect(looks).toHaveLength(0);
    await wait(1);
  }
  await wait(20);
  expect(looks).toHaveLength(1);
});

test('an error during a check is reported once, and the next change is checked', async () => {
  let isBroken = true;
  const { folder, follower, looks, reported } = follow(() =>
    isBroken ? Promise.reject(new Error('out of order')) : Promise.resolve(),
  );
  follower.note('slides/a.md');
  await wait(150);
  expect(looks).toHaveLength(2);
  expect(reported).toEqual(['Error: out of order']);
  isBroken = false;
  folder.write('slides/a.md', '# B\n\n');
  follower.note('slides/a.md');
  await wait(40);
  expect(looks).toHaveLength(3);
  isBroken = true;
  folder.write('slides/a.md', '# C\n\n\n');
  follower.note('slides/a.md');
  await wait(150);
  expect(reported).toHaveLength(2);
});
