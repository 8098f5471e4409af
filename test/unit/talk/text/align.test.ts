import { expect, test } from 'vitest';
import { alignLists } from '../../../../src/talk/text/align.ts';

const SIGNS = { same: '', gone: '-', added: '+' };

/** Aligns two lists of letters; a letter that was removed has a minus, and an added one a plus. */
function align(before: string, after: string): string {
  const aligned = alignLists([...before], [...after]);
  return aligned.map(({ kind, item }) => SIGNS[kind] + item).join(' ');
}

test('as many items as possible are common, and removed ones come before added ones', () => {
  expect(align('abcd', 'abxd')).toBe('a b -c +x d');
  expect(align('abc', 'xyz')).toBe('-a -b -c +x +y +z');
  expect(align('abcdef', 'bcafed')).toBe('-a b c -d -e +a f +e +d');
  expect(align('', 'ab')).toBe('+a +b');
  expect(align('ab', '')).toBe('-a -b');
});

test('lists with many differences are cut at items that both have once', () => {
  const count = 3000;
  const before = Array.from({ length: count }, (_, index) => `a${index}`);
  const after = Array.from({ length: count }, (_, index) => `b${index}`);
  const aligned = alignLists([...before, 'same', 'old'], [...after, 'same', 'new']);
  expect(aligned.map(({ kind }) => kind)).toEqual([
    ...Array.from({ length: count }, () => 'gone'),
    ...Array.from({ length: count }, () => 'added'),
    'same',
    'gone',
    'added',
  ]);
});

test('both lists come back whole, however different they are', () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `line ${index % 7000}`);
  const after = lines.map((line, index) => (index % 3 ? line : `new ${index}`)).reverse();
  const aligned = alignLists(lines, after);
  const side = (other: string) => aligned.flatMap(({ kind, item }) => (kind === other ? [] : item));
  expect(side('added')).toEqual(lines);
  expect(side('gone')).toEqual(after);
});
