import { expect, test } from 'vitest';
import { takeCaptionValues } from '../../../../src/talk/markdown/picture-caption.ts';
import type { ImageToken } from '../../../../src/talk/model/token.ts';
import type { Problem } from '../../../../src/talk/model/problem.ts';

const SPAN = { file: 'a.md', line: 3, column: 5, length: 1 };

function split(raw: string, title: string | null) {
  const token: ImageToken = {
    type: 'image',
    href: 'a.svg',
    text: 'a',
    title,
    raw,
    tokens: [],
    span: SPAN,
  };
  const problems: Problem[] = [];
  takeCaptionValues(token, problems);
  const parts = token.caption?.map(({ raw: text, span }) => [text, span.line, span.column]);
  return { parts, codes: problems.map(({ code }) => code) };
}

test('a title without values stays whole', () => {
  expect(split('![a](a.svg "b")', 'b').parts).toBeUndefined();
  expect(split('![a](a.svg)', null).parts).toBeUndefined();
});

test('each value has its own place, also where the alternative text has the same', () => {
  expect(split('![{{ a }}](a.svg "b {{ a }} c {{ a }}")', 'b {{ a }} c {{ a }}').parts).toEqual([
    ['b ', 3, 5],
    ['{{ a }}', 3, 25],
    [' c ', 3, 5],
    ['{{ a }}', 3, 35],
  ]);
  expect(split('![a](a.svg\n"{{ a }}")', '{{ a }}').parts).toEqual([['{{ a }}', 4, 2]]);
});

test('braces that never close are words, and reported', () => {
  expect(split('![a](a.svg "{{ a")', '{{ a')).toEqual({
    parts: [['{{ a', 3, 5]],
    codes: ['unclosed-value'],
  });
});
