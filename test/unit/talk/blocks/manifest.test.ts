import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { BLOCKS } from '../../../../src/talk/blocks/blocks.ts';

const SOURCE = path.resolve(import.meta.dirname, '../../../../src');
const LOADERS =
  /^ {2}'?(?:rostrum-)?([a-z]+)'?: async \(\w*\) =>[^']*\bawait import\('([^']+)'\)/gm;

/** Lists what a module of the browser loads when needed: paths below `src`, by the name of the block. */
function listLoaders(file: string): Record<string, string> {
  const text = readFileSync(path.join(SOURCE, file), 'utf8');
  const found = [...text.matchAll(LOADERS)].map(([, name = '', target = '']) => [
    name,
    path.posix.join(path.posix.dirname(file), target),
  ]);
  return Object.fromEntries(found) as Record<string, string>;
}

const listFiles = (key: 'element' | 'live') =>
  Object.fromEntries(BLOCKS.flatMap((block) => (block[key] ? [[block.name, block[key]]] : [])));

test('the browser has a loader for each element that a block names, and no other', () => {
  expect(listLoaders('browser/elements/define.ts')).toEqual(listFiles('element'));
});

test('the browser has a loader for each block that it compiles again, and no other', () => {
  expect(listLoaders('browser/live/blocks/compile-block.ts')).toEqual(listFiles('live'));
});

test('every file that a block names is there', () => {
  const files = [...Object.values(listFiles('element')), ...Object.values(listFiles('live'))];
  expect(files.filter((file) => !existsSync(path.join(SOURCE, String(file))))).toEqual([]);
});

test('every block that reads data follows live rows', () => {
  const readers = BLOCKS.filter(
    ({ schema }) => 'entries' in schema && 'data' in Object(schema.entries),
  );
  expect(readers).toHaveLength(BLOCKS.length - 1);
  const still = readers.filter(({ drawsItself, live }) => drawsItself !== true && !live);
  expect(still.map(({ name }) => name)).toEqual([]);
});

test('only a block with an element draws itself', () => {
  expect(BLOCKS.filter(({ drawsItself, element }) => drawsItself && !element)).toEqual([]);
});
