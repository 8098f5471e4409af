import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DRAFT, draftFile, publishFolder, writeWhole } from '../../../src/node/write-whole.ts';
import { makeFolder } from '../../support/refresh.ts';

function makeEmpty(): string {
  const folder = path.join(makeFolder(), 'empty');
  mkdirSync(folder);
  return folder;
}

test('a draft lies beside its file until it is published', () => {
  const folder = makeEmpty();
  const file = path.join(folder, 'a.json');
  writeFileSync(file, 'old', { mode: 0o640 });
  const draft = draftFile(file, 'new');
  const name = readdirSync(folder).find((one) => one !== 'a.json');
  expect(name).toMatch(DRAFT);
  expect(readFileSync(file, 'utf8')).toBe('old');
  draft.publish();
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(lstatSync(file).mode & 0o777).toBe(0o640);
  draft.discard();
  expect(readdirSync(folder)).toEqual(['a.json']);
});

test('a link is kept, and its target is written', () => {
  const folder = makeEmpty();
  const [file, link] = [path.join(folder, 'a.json'), path.join(folder, 'link.json')];
  writeFileSync(file, 'old');
  symlinkSync('a.json', link);
  writeWhole(link, 'new', { isPrecious: true });
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe('new');
});

test('a file that cannot be published leaves no draft', () => {
  const folder = makeEmpty();
  mkdirSync(path.join(folder, 'a.json', 'inner'), { recursive: true });
  expect(() => writeWhole(path.join(folder, 'a.json'), 'new')).toThrow();
  expect(readdirSync(folder)).toEqual(['a.json']);
  expect(() => writeWhole(path.join(folder, 'missing', 'b.json'), 'new')).toThrow('ENOENT');
});

test('of two folders for one place, the first stays', () => {
  const folder = makeEmpty();
  const [first, second, place] = ['1', '2', 'place'].map((name) => path.join(folder, name));
  if (!first || !second || !place) throw new Error('There are three.');
  for (const draft of [first, second]) {
    mkdirSync(draft);
    writeFileSync(path.join(draft, 'a.txt'), draft);
    publishFolder(draft, place);
  }
  expect(readFileSync(path.join(place, 'a.txt'), 'utf8')).toBe(first);
  expect(existsSync(second)).toBe(false);
});
