import { expect, test } from 'vitest';
import { cutCode } from '../../../../../src/talk/render/code/cut-code.ts';

const cut = (text: string): number[] => cutCode(text.split('')).map(({ length }) => length);

test('cuts behind blank lines where there are some, and else where a part is full', () => {
  expect(cut('aaaaaaaaaa bbbbbbb')).toEqual([11, 7]);
  expect(cut('a bbbbbbbbbbbbbbbbbb')).toEqual([14, 6]);
  expect(cut('aaa')).toEqual([3]);
});

test('loses no line', () => {
  const texts = Array.from({ length: 61 }, (_, index) => (index % 9 === 0 ? '' : 'x'));
  expect(cutCode(texts).flat()).toEqual([...texts.keys()]);
});
