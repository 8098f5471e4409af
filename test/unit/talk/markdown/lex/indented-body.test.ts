import { expect, test } from 'vitest';
import { measureBody } from '../../../../../src/talk/markdown/lex/indented-body.ts';

function read(src: string): string[] {
  const { length, text } = measureBody(src, { mark: 2, indent: 2, isEnd: () => false });
  return [text, src.slice(length)];
}

test('takes the lines of a paragraph, and indented ones below blank lines', () => {
  expect(read(': a\nb\n\n  c\n\n\n    d\n\ne')).toEqual(['a\nb\n\nc\n\n\n  d', '\ne']);
  expect(read(': a')).toEqual(['a', '']);
});

test('the first indented line decides how much indentation is removed', () => {
  expect(read(': a\n\n    b\n\n      c')).toEqual(['a\n\nb\n\n  c', '']);
  expect(read(': a\n\n  - b\n    - c')).toEqual(['a\n\n- b\n  - c', '']);
  expect(read(': a\n\n        b')).toEqual(['a\n\n    b', '']);
});

test('is as fast as its text is long', () => {
  const text = `: a\n${'  b\n'.repeat(20_000)}`;
  expect(measureBody(text, { mark: 2, indent: 2, isEnd: () => false }).length).toBe(text.length);
});
