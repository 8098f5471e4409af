import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openDraft } from '../../../../../src/node/vite/build/draft-folder.ts';
import { makeProject } from '../../../../support/project.ts';

function open(files: Record<string, string>) {
  const { root } = makeProject(files);
  const target = path.join(root, 'dist');
  const write = (folder: string, name: string): void => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, name), name);
  };
  return { root, target, write, list: () => readdirSync(root).sort() };
}

/** The number of a process that has ended. */
const { pid: GONE } = spawnSync(process.execPath, ['--version']);

test('a folder stays as it was until its draft is published, and then is the draft', () => {
  const { target, write, list } = open({ 'dist/old.html': '', 'dist/.git': 'a work tree' });
  const draft = openDraft(target);
  write(draft?.folder ?? '', 'new.html');
  expect(readdirSync(target).sort()).toEqual(['.git', 'old.html']);
  draft?.publish();
  draft?.discard();
  expect(readdirSync(target).sort()).toEqual(['.git', 'new.html']);
  expect(list()).toEqual(['dist']);
});

test('a draft that is discarded leaves nothing', () => {
  const { target, write, list } = open({ 'dist/old.html': '' });
  const draft = openDraft(target);
  write(draft?.folder ?? '', 'half.html');
  draft?.discard();
  expect(list()).toEqual(['dist']);
  expect(readdirSync(target)).toEqual(['old.html']);
});

test('what killed builds left is removed, and a folder that they had moved away comes back', () => {
  const { root, target, list } = open({
    [`.dist.${GONE}/half.html`]: '',
    [`.dist.${GONE}.old/old.html`]: 'old',
    [`.dist.${process.ppid}/theirs.html`]: '',
    '.dist.txt': 'not ours',
  });
  openDraft(target);
  expect(list()).toEqual([`.dist.${process.ppid}`, '.dist.txt', 'dist']);
  expect(readFileSync(path.join(root, 'dist/old.html'), 'utf8')).toBe('old');
});

test('a link to a folder goes on leading to it', () => {
  const { root, target, write } = open({ 'site/old.html': '' });
  symlinkSync('site', target, 'junction');
  const draft = openDraft(target);
  write(draft?.folder ?? '', 'new.html');
  draft?.publish();
  expect(readdirSync(path.join(root, 'site'))).toEqual(['new.html']);
  expect(existsSync(path.join(target, 'new.html'))).toBe(true);
});
