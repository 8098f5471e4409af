import { expect, test } from 'vitest';
import { MACRO_EXAMPLE, parseMacros } from '../../../../src/talk/markdown/macros.ts';

test('parses one definition a line', () => {
  expect(parseMacros(`${MACRO_EXAMPLE}\n\n  \\f = x + #1`)).toEqual({
    '\\R': '\\mathbb{R}',
    '\\f': 'x + #1',
  });
});

test.each(['R = x', '\\R', '\\R: x', '\\R =', `\\R = ${'x'.repeat(300)}`])('refuses %s', (line) => {
  expect(parseMacros(line)).toBeNull();
});
