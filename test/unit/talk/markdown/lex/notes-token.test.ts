import { expect, test } from 'vitest';
import { lexMarkdown } from '../../../../../src/talk/markdown/lex/lex.ts';

const types = (text: string) =>
  lexMarkdown(text).flatMap(({ type }) => (type === 'space' ? [] : [type]));

test('Note: begins notes at the margin, with any case and in the middle of a paragraph', () => {
  expect(types('a\n\nNote: b')).toEqual(['paragraph', 'noteline', 'paragraph']);
  expect(types('a\nNOTES:\nb')).toEqual(['paragraph', 'noteline', 'paragraph']);
  expect(types('???\nb')).toEqual(['noteline', 'paragraph']);
});

test('other words and other places begin none', () => {
  expect(types('Notebook: a')).toEqual(['paragraph']);
  expect(types('Note:that')).toEqual(['paragraph']);
  expect(types('- a\n\n  Note: b')).toEqual(['list']);
  expect(types('> Note: b')).toEqual(['blockquote']);
});

test('a second one on a slide is text, and the next slide may have its own', () => {
  expect(types('Note: a\n\nNote: b')).toEqual(['noteline', 'paragraph', 'paragraph']);
  expect(types('Note: a\n\n---\n\nNote: b')).toEqual([
    'noteline',
    'paragraph',
    'cut',
    'noteline',
    'paragraph',
  ]);
});
