import { expect, test } from 'vitest';
import { moveSpan, moveSpans } from '../../../../src/talk/source/shift-place.ts';

const SPAN = { file: 'a.md', line: 3, column: 2, length: 1 };

test('moves a place by lines, and only if there are any', () => {
  expect(moveSpan(SPAN, 4)).toEqual({ ...SPAN, line: 7 });
  expect(moveSpan(SPAN, 0)).toBe(SPAN);
});

test('moves all places in a value and copies it', () => {
  const value = { a: [{ span: SPAN, line: 1 }], b: null, c: 'x' };
  const moved = moveSpans(value, -1);
  expect(moved).toEqual({ a: [{ span: { ...SPAN, line: 2 }, line: 1 }], b: null, c: 'x' });
  expect(value.a[0]?.span).toBe(SPAN);
  expect(moveSpans(value, 0)).toBe(value);
});
