import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findTargets } from '../../../../src/node/export/target.ts';
import { writeAll } from '../../../../src/node/export/write.ts';

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
