import { expect, test } from 'vitest';
import { READERS } from '../../../../src/talk/import/import.ts';
import { recogniseDialect } from '../../../../src/talk/import/recognise.ts';

const recognise = (text: string, path = 'deck.md'): string[] =>
  Object.values(recogniseDialect({ path, text }, Object.values(READERS)));

test('keys of front matter and constructs of the text say for which program a deck was written', () => {
  expect(recognise('---\nrevealOptions:\n  hash: true\n---\n\n# A\n')).toEqual([
    'reveal',
    'its front matter has "revealOptions"',
  ]);
  expect(recognise('# A\n\nNote: b\n')).toEqual(['reveal', 'it has a mark of reveal.js']);
});

test('code says nothing about the program', () => {
  const plain = ['markdown', 'it has nothing that only one program reads'];
  expect(recognise('# A\n\n```text\nNote: b\n```\n')).toEqual(plain);
  expect(recognise('# A\n\nHere `<!-- .slide: a -->` is code.\n')).toEqual(plain);
});
