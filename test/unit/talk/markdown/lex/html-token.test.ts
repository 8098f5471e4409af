import { expect, test } from 'vitest';
import { splitHtml } from '../../../../../src/talk/markdown/lex/html-token.ts';
import { parseLibrary, problemsOf } from '../parse.ts';

const split = (raw: string) => splitHtml(raw).map(({ type, raw: part }) => `${type} ${part}`);
const lines = (text: string) => parseLibrary(text).slides.map(({ span }) => span.line);

test('splits comments and values from raw HTML', () => {
  expect(split('<p>{{ a }}<!-- b --></p>')).toEqual([
    'html <p>',
    'value {{ a }}',
    'comment <!-- b -->',
    'html </p>',
  ]);
  expect(split('<p>')).toEqual(['html <p>']);
});

test('nothing in a tag or a comment is a value', () => {
  expect(split('<p title="{{ a }}">')).toEqual(['html <p title="{{ a }}">']);
  expect(split('<!-- {{ a }} -->')).toEqual(['comment <!-- {{ a }} -->']);
});

test('a comment that never closes reaches to the end', () => {
  expect(split('<p><!-- a')).toEqual(['html <p>', 'opencomment <!-- a']);
});

test('an element that closes ends at the next cut', () => {
  expect(lines('<p>a</p>\n---\nb')).toEqual([1, 3]);
});

test('an element around a cut keeps it and is reported there', () => {
  const text = '<div>\na\n---\nb\n</div>';
  expect(lines(text)).toEqual([1]);
  expect(problemsOf(text)).toEqual(['3:1+3 swallowed-cut']);
});

test('an element of text, and a comment, that never close end at the next cut', () => {
  expect(problemsOf('<style>\na\n---\nb')).toEqual(['1:1+7 unclosed-html']);
  expect(problemsOf('<!-- a\n---\nb')).toEqual(['1:1+6 unclosed-comment']);
  expect(lines('<style>\na\n---\nb')).toEqual([1, 4]);
});

test('lines of dashes in closed code and comments are text', () => {
  expect(lines('<pre>\n---\n</pre>\n\n---\nb')).toEqual([1, 6]);
  expect(problemsOf('<!--\n---\n-->')).toEqual([]);
});
