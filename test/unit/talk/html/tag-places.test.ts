import { expect, test } from 'vitest';
import { placeTags } from '../../../../src/talk/html/tag-places.ts';

const HTML = '<p>\n  <b>a</b>\n</p>';
const SPAN = { file: 'a.md', line: 7, column: 5, length: 3 };

/** Places what begins with a tag. */
function place(name: string): string {
  const { line, column, length } = placeTags(
    HTML,
    SPAN,
  )({ offset: HTML.indexOf(`<${name}`), name });
  return `${line}:${column}+${length}`;
}

test('counts from the column of the HTML on its first line, and from the margin below', () => {
  expect([place('p'), place('b'), place('/p')]).toEqual(['7:5+2', '8:3+2', '9:1+3']);
});

test('the end of a line belongs to it, and an offset past the end to the last', () => {
  const at = placeTags(HTML, SPAN);
  expect([at({ offset: 3, name: '' }).line, at({ offset: 4, name: '' }).line]).toEqual([7, 8]);
  expect(at({ offset: 99, name: '' }).line).toBe(9);
});
