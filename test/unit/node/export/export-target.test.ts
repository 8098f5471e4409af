import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { planTargets, withFolder } from '../../../../src/node/export/export-target.ts';
import { explainWriting, writeAll } from '../../../../src/node/export/write-export.ts';

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

test('takes a new folder for several talks, beside what is there', () => {
  expect(list(['a', 'b'], 'new')).toEqual(['a new/a.pdf', 'b new/b.pdf']);
  expect(readdirSync(cwd)).not.toContain('new');
  expect(() => list(['a', 'b'], 'none/new')).toThrow('There is no folder');
});

test('refuses a folder that is not there', () => {
  expect(() => list(['a'], 'none/')).toThrow(`There is no folder "${path.join(cwd, 'none')}".`);
  expect(() => list(['a'], 'none/a.pdf')).toThrow('There is no folder');
});

test('refuses a place within a file', () => {
  writeFileSync(path.join(cwd, 'file'), '');
  expect(() => list(['a'], 'file/a.pdf')).toThrow('is a file, and no folder');
  expect(() => planTargets(['a'], 'file', cwd, { isFolder: true })).toThrow(
    'file" cannot be written: a file has the name of its folder',
  );
});

test('makes a folder only for good', () => {
  const folder = path.join(cwd, 'deep/new');
  const fail = (): never => {
    throw new Error('no');
  };
  expect(() => withFolder(folder, fail)).toThrow('no');
  expect(readdirSync(cwd)).toEqual(['out']);
  withFolder(folder, () => writeFileSync(path.join(folder, 'a'), ''));
  expect(() => withFolder(folder, fail)).toThrow('no');
  expect(readdirSync(folder)).toEqual(['a']);
});

test('writes a file whole and replaces an older one', () => {
  const file = path.join(cwd, 'a.pdf');
  writeAll([[file, Buffer.from('first, and longer')]]);
  writeAll([[file, Buffer.from('second')]]);
  expect(readFileSync(file, 'utf8')).toBe('second');
  expect(readdirSync(cwd).sort()).toEqual(['a.pdf', 'out']);
});

test('replaces a file that others hold open, who go on reading the old one', () => {
  const file = path.join(cwd, 'a.pdf');
  writeFileSync(file, 'old');
  const held = openSync(file, 'r+');
  writeAll([[file, Buffer.from('new')]]);
  expect([readFileSync(held, 'utf8'), readFileSync(file, 'utf8')]).toEqual(['old', 'new']);
  closeSync(held);
});

test('writes to what a link leads to, and leaves the link', () => {
  const link = path.join(cwd, 'link.pdf');
  writeFileSync(path.join(cwd, 'out/real.pdf'), 'old');
  symlinkSync('out/real.pdf', link);
  writeAll([[link, Buffer.from('new')]]);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(path.join(cwd, 'out/real.pdf'), 'utf8')).toBe('new');
  symlinkSync('loop', path.join(cwd, 'loop'));
  expect(() => writeAll([[path.join(cwd, 'loop'), Buffer.from('x')]])).toThrow('leads to itself');
});

// A device of Linux that is full by nature.
test.runIf(existsSync('/dev/full'))(
  'says that a disk is full, and leaves a device as it is',
  () => {
    const other = path.join(cwd, 'a.pdf');
    const bytes = Buffer.from('x');
    expect(() =>
      writeAll([
        [other, bytes],
        ['/dev/full', bytes],
      ]),
    ).toThrow('"/dev/full" cannot be written: the disk is full.');
    expect(lstatSync('/dev/full').isCharacterDevice()).toBe(true);
    expect(readdirSync(cwd)).toEqual(['out']);
  },
);

test('says that a name is too long', () => {
  const file = path.join(cwd, `${'a'.repeat(300)}.pdf`);
  expect(() => writeAll([[file, Buffer.from('x')]])).toThrow('the name is too long');
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
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'your share of the disk is used up'],
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
    [...planTargets(names, output, cwd, naming).values()].map((file) => path.relative(cwd, file));
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
  const targets = [...planTargets(names, output, cwd)];
  return targets.map(([name, file]) => `${name} ${path.relative(cwd, file)}`);
}

test('no export is written over slides or data, or where it would be taken for some', () => {
  for (const folder of ['slides/talks', 'data'])
    mkdirSync(path.join(cwd, folder), { recursive: true });
  writeFileSync(path.join(cwd, 'slides/talks/a.md'), '# A\n');
  symlinkSync('slides/talks/a.md', path.join(cwd, 'link.md'));
  symlinkSync('slides', path.join(cwd, 'way'));
  const md = { suffix: '.md' };
  const refused = /lies where Rostrum reads slides and data from/;
  for (const output of [
    'slides/talks/a.md',
    'slides/talks/new.md',
    'slides/talks',
    'link.md',
    'way/x.md',
  ]) {
    expect(() => planTargets(['a'], output, cwd, md), output).toThrow(refused);
  }
  expect(() => planTargets(['a'], 'data/a.json', cwd, { suffix: '.json' })).toThrow(refused);
  for (const output of ['out/a.md', 'a.md', 'data']) {
    expect(() => planTargets(['a'], output, cwd, md), output).not.toThrow();
  }
  expect(() => planTargets(['a'], 'slides/talks/a.pdf', cwd)).not.toThrow();
});
