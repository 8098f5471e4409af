import { expect, test } from 'vitest';
import { highlightLines } from '../../../../../src/talk/render/highlight/highlight.ts';
import { tabSizeOf } from '../../../../../src/talk/render/highlight/languages.ts';

test('tabs are eight columns in the languages that are written so', () => {
  expect(['c', 'makefile', 'go', 'rust', 'python', ''].map(tabSizeOf)).toEqual([8, 8, 8, 4, 4, 4]);
});

test('each line of code is coloured on its own', () => {
  const lines = highlightLines('/* a\nb */', 'c');
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line).toContain('hljs-comment');
});
