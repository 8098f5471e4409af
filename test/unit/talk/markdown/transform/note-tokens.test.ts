import { expect, test } from 'vitest';
import { parseNotes } from '../../../../../src/talk/markdown/transform/note-tokens.ts';
import { allTokens, parseSlide, printSpan } from '../parse.ts';

const notesOf = (text: string) => parseNotes(parseSlide(text));
const printed = (text: string) =>
  allTokens(notesOf(text)).map(({ type, span }) => `${type} ${printSpan(span)}`);

test('the tokens of notes are at their places in the file', () => {
  expect(printed('# A\n\nNote: *b*')).toEqual(['paragraph 3:7+3', 'em 3:7+3', 'text 3:8+1']);
  expect(printed('<!--\n  a\n\n  - b\n-->').at(-1)).toBe('text 4:5+1');
});

test('parts in several places are joined by blank lines', () => {
  const types = notesOf('<aside class="notes">a</aside>\n\n<!-- b -->').map(({ type }) => type);
  expect(types).toEqual(['paragraph', 'space', 'paragraph']);
});

test('code stays as it is lexed, and what looks like notes in notes is text', () => {
  expect(notesOf('Note: a\n\n```chart\nb\n```').at(-1)?.type).toBe('code');
  expect(notesOf('Note: a\n\nNote: b').filter(({ type }) => type === 'paragraph')).toHaveLength(2);
});

test('a slide without notes has no tokens of notes', () => {
  expect(notesOf('# A')).toEqual([]);
});
