import { expect, test } from 'vitest';
import { hangText, wrapText } from '../../../../src/talk/text/wrap.ts';

test('breaks between words, at the last that still fits', () => {
  expect(wrapText('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrapText('one two three', 8)).toEqual(['one two', 'three']);
  expect(wrapText('one two three', 13)).toEqual(['one two three']);
});

test('leaves a word whole that is longer than the line', () => {
  expect(wrapText('see slides/talks/long.md now', 10)).toEqual([
    'see',
    'slides/talks/long.md',
    'now',
  ]);
});

test('keeps the lines that a text has, and all of it where there is no end to the line', () => {
  expect(wrapText('one\n\ntwo three', 5)).toEqual(['one', '', 'two', 'three']);
  expect(wrapText('one two', Infinity)).toEqual(['one two']);
});

test('colours take no room', () => {
  expect(wrapText('\u001B[31mone\u001B[39m two three', 7)).toEqual([
    '\u001B[31mone\u001B[39m two',
    'three',
  ]);
});

test('puts what does not fit under the beginning of the text', () => {
  expect(hangText('- ', 'one two three', 9)).toEqual(['- one two', '  three']);
});
