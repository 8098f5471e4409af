import { expect, test } from 'vitest';
import type { CachedPiece, SlideFileCache } from '../../../../src/talk/markdown/slide-cache.ts';
import { splitUnchanged } from '../../../../src/talk/markdown/unchanged-text.ts';

const TEXTS = ['one\n', '---\ntwo\n', '---\nthree\n', '---\nfour\n'];
const BODY = TEXTS.join('');

/** The cache of a text in pieces. */
function cacheOf(texts: readonly string[]): SlideFileCache {
  const pieces = texts.map((text, index): CachedPiece => {
    const read = { line: 1, slides: [] };
    const lines = text.split('\n').length - 1;
    return { length: text.length, lines, isLast: index === texts.length - 1, ...read, read };
  });
  return { body: texts.join(''), pieces, head: null };
}

const CACHE = cacheOf(TEXTS);
const indexesOf = (pieces: readonly CachedPiece[] | undefined) =>
  pieces?.map((piece) => CACHE.pieces.indexOf(piece));

test('keeps the pieces above a change, but the last of them, whose end depends on the changed one', () => {
  const { above } = splitUnchanged(CACHE, BODY.replace('three', 'THREE'));
  expect(indexesOf(above)).toEqual([0]);
});

test('keeps no piece above the last one, which has to end with the text', () => {
  expect(indexesOf(splitUnchanged(CACHE, `${BODY}more\n`).above)).toEqual([0, 1]);
});

test('finds the pieces below a change by their distance from the end', () => {
  const body = BODY.replace('two', 'another');
  const { findBelow } = splitUnchanged(CACHE, body);
  expect(indexesOf(findBelow(`${TEXTS[2]}${TEXTS[3]}`.length))).toEqual([2, 3]);
  expect(indexesOf(findBelow(TEXTS[3]?.length ?? 0))).toEqual([3]);
  expect(findBelow(body.length)).toBeUndefined();
  expect(findBelow(3)).toBeUndefined();
});

test('finds a changed place’s old pieces by their text and whether they are the last', () => {
  const { findSame } = splitUnchanged(CACHE, 'new\n---\ntwo\n---\nx\n');
  expect(findSame('---\ntwo\n', false)).toBe(CACHE.pieces[1]);
  expect(findSame('---\ntwo\n', true)).toBeUndefined();
  expect(findSame('---\nx\n', false)).toBeUndefined();
});

test('an empty cache has nothing', () => {
  const { above, findBelow, findSame } = splitUnchanged(cacheOf([]), BODY);
  expect([above, findBelow(BODY.length), findSame('one\n', false)]).toEqual([
    [],
    undefined,
    undefined,
  ]);
});
