import { expect, test } from 'vitest';
import { lexPiece } from '../../../../../src/talk/markdown/lex/lex-piece.ts';

const types = (text: string, isLast = false) =>
  lexPiece({ text, isLast })?.map(({ type }) => type) ?? null;

test('a piece ends at the cut below it, which is not part of it', () => {
  expect(types('a\n')).toEqual(['paragraph']);
  expect(types('# A\n\n- b\n')).toEqual(['heading', 'space', 'list']);
  expect(types('')).toEqual([]);
});

test.each([
  ['a fence', '```\na\n'],
  ['a fence in a list', '- a\n\n  ```\n  b\n'],
  ['a fence in a quotation', '> ```\n> a\n'],
  ['a comment', '<!-- a\n'],
  ['an element that only a later line can close', '<div>\n'],
  ['a container', '::: columns\na\n'],
  ['a container in a list', '- ::: columns\n  a\n'],
])('%s that is open takes the cut, unless the text ends there', (_, text) => {
  expect(types(text)).toBeNull();
  expect(types(text, true)).not.toBeNull();
});

test('front matter below is part of the next piece', () => {
  expect(types('a\n---\nid: b\n---\nc\n')).toEqual(['paragraph', 'cut', 'paragraph']);
});
