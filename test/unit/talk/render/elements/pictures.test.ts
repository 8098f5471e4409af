import { expect, test } from 'vitest';
import { listNested } from '../../../../../src/talk/model/nested-tokens.ts';
import { isOfSeveral, splitCaption } from '../../../../../src/talk/render/elements/pictures.ts';
import { tokensOf } from '../context.ts';

const inline = (text: string) => tokensOf(text).flatMap((token) => [...listNested(token)]);
const split = (text: string) =>
  splitCaption(inline(text))?.map((part) => part.map(({ raw }) => raw).join(''));
const isMarked = (text: string) => isOfSeveral(inline(text));

test('separates a picture from the lines above or below it', () => {
  expect(split('![a](b.png)\nwords')).toEqual(['![a](b.png)', '\nwords']);
  expect(split('words\n![a](b.png)')).toEqual(['words\n', '![a](b.png)']);
  expect(split('words\\\n![a](b.png)')).toEqual(['words', '![a](b.png)']);
});

test('a picture within a line is part of it', () => {
  expect(split('![a](b.png) words')).toBeUndefined();
  expect(split('words ![a](b.png)')).toBeUndefined();
  expect(split('![a](b.png)\n![c](d.png)')).toBeUndefined();
});

test('marks several pictures, and one in a link', () => {
  expect(isMarked('![a](b.png) ![c](d.png)')).toBe(true);
  expect(isMarked('[![a](b.png)](c)')).toBe(true);
  expect(isMarked('![a](b.png)')).toBe(false);
  expect(isMarked('![a](b.png) words')).toBe(false);
  expect(isMarked('words')).toBe(false);
});
