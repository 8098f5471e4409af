import { expect, test } from 'vitest';
import { openSpans } from '../../../../src/talk/source/offset-span.ts';

test('a part of a text has a line and a column, and ends with its line', () => {
  const toSpan = openSpans('data/a.csv', 'ab\ncd  \nef');
  expect(toSpan(0, 2)).toEqual({ file: 'data/a.csv', line: 1, column: 1, length: 2 });
  expect(toSpan(4, 9)).toEqual({ file: 'data/a.csv', line: 2, column: 2, length: 1 });
  expect(toSpan(10, 0)).toEqual({ file: 'data/a.csv', line: 3, column: 3, length: 1 });
});
