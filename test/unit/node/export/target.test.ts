import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findTargets } from '../../../../src/node/export/target.ts';
import { explainWriting, writeAll } from '../../../../src/node/export/write.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'rostrum-target-'));
  mkdirSync(path.join(cwd, 'out'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

test('names files after talks, in the current folder or in the one that is given', () => {
  expect(list(['a', 'b'])).toEqual(['a a.pdf', 'b b.pdf']);
  expect(list(['a', 'b'], 'out')).toEqual(['a out/a.pdf', 'b out/b.pdf']);
  expect(list(['a'], 'out/')).toEqual(['a out/a.pdf']);
});

test('takes a file for one talk', () => {
  expect(list(['a'], 'slides.pdf')).toEqual(['a slides.pdf']);
  expect(() => list(['a', 'b'], 'slides.pdf')).toThrow('2 talks are to be exported');
});

test('makes a folder for several talks, beside what is there', () => {
  expect(list(['a', 'b'], 'new')).toEqual(['a new/a.pdf', 'b new/b.pdf']);
  expect(readdirSync(cwd)).toContain('new');
  expect(() => list(['a', 'b'], 'none/new')).toThrow('There is no folder');
});

test('refuses a folder that is not there', () => {
  expect(() => list(['a'], 'none/')).toThrow(`There is no folder "${path.join(cwd, 'none')}".`);
  expect(() => list(['a'], 'none/a.pdf')).toThrow('There is no folder');
});

test('writes a file whole and replaces an older one', () => {
  const file = path.join(cwd, 'a.pdf');
  writeAll([[file, Buffer.from('first, and longer')]]);
  writeAll([[file, Buffer.from('second')]]);
  expect(readFileSync(file, 'utf8')).toBe('second');
  expect(readdirSync(cwd).sort()).toEqual(['a.pdf', 'out']);
});

test('writes all files or none', () => {
  mkdirSync(path.join(cwd, 'b.png'));
  const bytes = Buffer.from('x');
  const files = ['a.png', 'b.png', 'c.png'].map((name) => [path.join(cwd, name), bytes] as const);
  expect(() => writeAll(files)).toThrow('b.png" cannot be written: a folder has that name');
  expect(readdirSync(cwd).sort()).toEqual(['b.png', 'out']);
});

test.each([
  ['EACCES', 'you have no permission'],
  ['EROFS', 'you have no permission'],
  ['ENOSPC', 'the disk is full'],
  ['EBUSY', 'another program holds it open'],
  ['ENOTDIR', 'a file has the name of its folder'],
])('knows what %s means', (code, reason) => {
  const error = Object.assign(new Error(code), { code });
  expect(explainWriting(error, 'a.pdf')).toMatchObject({
    message: `"a.pdf" cannot be written: ${reason}.`,
    hint: 'Nothing was written there. Name another place with -o.',
    cause: error,
  });
});

test('gives back errors that it has no words for', () => {
  const error = new Error('odd');
  expect(explainWriting(error, 'a.pdf')).toBe(error);
});

test('names a folder for pictures after the talk, or takes the one that is given', () => {
  const naming = { suffix: '-slides', isFolder: true };
  const list = (names: string[], output?: string): string[] =>
    [...findTargets(names, output, cwd, naming).values()].map((file) => path.relative(cwd, file));
  expect(list(['a'])).toEqual(['a-slides']);
  expect(list(['a'], 'new')).toEqual(['new']);
  expect(list(['a', 'b'], 'out')).toEqual(['out/a-slides', 'out/b-slides']);
  expect(() => list(['a'], 'none/new')).toThrow('There is no folder');
});

test('says why a file cannot be written, and leaves nothing behind', () => {
  mkdirSync(path.join(cwd, 'a.pdf'));
  expect(() => writeAll([[path.join(cwd, 'a.pdf'), Buffer.from('x')]])).toThrow(
    'cannot be written: a folder has that name',
  );
  expect(readdirSync(cwd).sort()).toEqual(['a.pdf', 'out']);
});

function list(names: string[], output?: string): string[] {
  const targets = [...findTargets(names, output, cwd)];
  return targets.map(([name, file]) => `${name} ${path.relative(cwd, file)}`);
}
