import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  makeTemporary,
  readCacheFile,
  sweepCache,
  writeCacheFile,
} from '../../../src/node/cache-file.ts';

function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-keep-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('gives what was kept, and nothing where nothing was', () => {
  const file = path.join(makeFolder(), 'new/folder/one.txt');
  expect(readCacheFile(file)).toBeNull();
  writeCacheFile(file, 'words', 4);
  writeCacheFile(file, 'other words', 4);
  expect(readCacheFile(file)).toBe('other words');
  expect(readdirSync(path.dirname(file))).toEqual(['one.txt']);
});

test('removes the oldest files when there are too many', () => {
  const folder = makeFolder();
  for (const age of [3, 1, 2]) {
    const file = path.join(folder, `age-${age}.txt`);
    writeFileSync(file, '');
    utimesSync(file, new Date(2020, 0, 9 - age), new Date(2020, 0, 9 - age));
  }
  writeCacheFile(path.join(folder, 'new.txt'), '', 2);
  expect(readdirSync(folder).sort()).toEqual(['age-1.txt', 'new.txt']);
});

test('removes what is too old, and the oldest files where all take too many bytes', () => {
  const folder = makeFolder();
  const write = (name: string, days: number): void => {
    const file = path.join(folder, name);
    writeFileSync(file, '12345');
    // A disk of another machine may have an older clock.
    const date = Date.UTC(2020, 0, 9) / 1000 - days * 86_400;
    utimesSync(file, date, date);
  };
  for (const days of [0, 1, 2, 9]) write(`${days}.txt`, days);
  sweepCache(folder, { maxBytes: 100, maxAge: 5 * 86_400_000 });
  expect(readdirSync(folder).sort()).toEqual(['0.txt', '1.txt', '2.txt']);
  sweepCache(folder, { maxBytes: 10, maxAge: 5 * 86_400_000 });
  expect(readdirSync(folder).sort()).toEqual(['0.txt', '1.txt']);
  sweepCache(path.join(folder, 'none'), { maxBytes: 10, maxAge: 1 });
});

test('keeps nothing where nothing can be written', () => {
  const folder = makeFolder();
  writeFileSync(path.join(folder, 'taken'), '');
  const file = path.join(folder, 'taken/one.txt');
  writeCacheFile(file, 'words', 4);
  expect(readCacheFile(file)).toBeNull();
});

test('makes temporary folders, and removes those of processes that are gone', () => {
  const own = makeTemporary('test');
  onTestFinished(() => rmSync(own, { recursive: true, force: true }));
  const gone = own.replace(`-${process.pid}-`, '-4194999-');
  const foreign = gone.replace(/rostrum-test-[\da-f]{6}/, 'rostrum-test-zzzzzz');
  for (const folder of [gone, foreign]) mkdirSync(folder);
  onTestFinished(() => rmSync(foreign, { recursive: true, force: true }));
  writeFileSync(path.join(gone, 'file'), '');
  const next = makeTemporary('test');
  onTestFinished(() => rmSync(next, { recursive: true, force: true }));
  const left = readdirSync(tmpdir());
  const isThere = [own, next, foreign, gone].map((folder) => left.includes(path.basename(folder)));
  expect(isThere).toEqual([true, true, true, false]);
});
