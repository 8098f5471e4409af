import { expect, test } from 'vitest';
import { findControls, findLost } from '../../../../src/talk/source/encoding.ts';
import type { Problem } from '../../../../src/talk/model/problem.ts';

const printed = (problems: Problem[]) =>
  problems.map(({ code, span }) => `${span?.line}:${span?.column} ${code}`);

test('reports the first lost character of a file', () => {
  expect(printed(findLost('ab\ncd\uFFFDe\uFFFD', 'a.md'))).toEqual(['2:3 lost-character']);
  expect(printed(findLost('a\r\nb\0', 'a.md'))).toEqual(['2:2 lost-character']);
  expect(printed(findLost('\uFFFD', 'a.md'))).toEqual(['1:1 lost-character']);
  expect(findLost('a\u00e9', 'a.md')).toEqual([]);
});

test('reports the first control character of each slide', () => {
  const text = 'a\u0007b\u0008\nc\nd\u001b\n';
  expect(printed(findControls(text, 'a.md', [1, 3]))).toEqual([
    '1:2 control-character',
    '3:2 control-character',
  ]);
  expect(printed(findControls(text, 'a.md', [1]))).toHaveLength(1);
});

test('tabs and the ends of lines are no control characters', () => {
  expect(findControls('a\tb\nc', 'a.md', [1])).toEqual([]);
});
