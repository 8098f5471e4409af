import { expect, test } from 'vitest';
import { BRACES, findClosing } from '../../../../src/talk/text/find-closing.ts';

test.each([
  ['a} b', 1],
  ['{a} b} c', 5],
  [String.raw`a\} b} c`, 5],
  ['{a} b', -1],
])('finds where a group of TeX ends in "%s"', (text, end) => {
  expect(findClosing(text, 0, BRACES)).toBe(end);
});

test('without an escape each sign counts', () => {
  expect(findClosing(String.raw`a\] b]`, 0, { open: '[', close: ']' })).toBe(2);
});
