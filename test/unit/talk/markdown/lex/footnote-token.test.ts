import { expect, test } from 'vitest';
import { listNested } from '../../../../../src/talk/model/nested-tokens.ts';
import type { Token } from '../../../../../src/talk/model/token.ts';
import { parseLibrary } from '../parse.ts';

/** Writes the marks of a slide as numbers, and its texts below them. */
function notesOf(text: string): string[] {
  const [slide] = parseLibrary(text).slides;
  const all = (tokens: readonly Token[]): Token[] =>
    tokens.flatMap((token) => [token, ...all(listNested(token))]);
  return all(slide?.tokens ?? []).flatMap((token) => {
    const place = `${token.span.line}:${token.span.column}`;
    if (token.type === 'footnote') return `${place} ${token.mark?.number ?? token.raw}`;
    return token.type === 'footnotetext' ? `${place} ${token.mark?.number}. ${token.text}` : [];
  });
}

test('numbers footnotes by their first marks, with any labels and order', () => {
  expect(notesOf('A[^b] b[^a] c[^b].\n\n[^a]: Second.\n[^b]: First.')).toEqual([
    '1:2 1',
    '1:8 2',
    '1:14 1',
    '4:1 1. First.',
    '3:1 2. Second.',
  ]);
});

test('takes further lines, and indented paragraphs, lists and code', () => {
  const text =
    '[^1]: One\nmore\n\n    Two\n\n    - list\n\n    ```\n    code\n\n    ---\n    ```\n\nBelow.';
  expect(notesOf(`A[^1].\n\n${text}`)).toEqual([
    '1:2 1',
    '3:1 1. One\nmore\n\nTwo\n\n- list\n\n```\ncode\n\n---\n```',
  ]);
});

test.each([
  [
    '# Next',
    '- a list',
    '> a quotation',
    '```sh\nls\n```',
    '::: columns\n:::',
    'Note: spoken',
    '---',
  ],
])('ends a footnote at %s', (block) => {
  expect(notesOf(`A[^1].\n\n[^1]: One\n${block}`)).toEqual(['1:2 1', '3:1 1. One']);
});

test('finds texts right below a paragraph and a list, and one word, which is no link definition', () => {
  expect(notesOf('A[^1].\n[^1]: One.')).toEqual(['1:2 1', '2:1 1. One.']);
  expect(notesOf('- a[^1]\n[^1]: One.')).toEqual(['1:4 1', '2:1 1. One.']);
  expect(notesOf('A[^n].\n\n[^n]: https://a.b')).toEqual(['1:2 1', '3:1 1. https://a.b']);
});

test('finds footnotes within the text, with brackets and code in them', () => {
  expect(notesOf('A^[See [this](https://a.b) and `]`.] *b^[c]*.')).toEqual([
    '1:2 1',
    '1:40 2',
    '1:2 1. See [this](https://a.b) and `]`.',
    '1:40 2. c',
  ]);
  expect(notesOf('A^[never closed and x^2 and ^[].')).toEqual([]);
});

test('finds footnotes within the text behind signs of other constructs', () => {
  expect(notesOf('a ~ $5, {{ talk.title }} and ^[note] c')).toEqual(['1:30 1', '1:30 1. note']);
});

test('numbers footnotes of footnotes below those of the text', () => {
  expect(notesOf('A[^a] b[^b].\n\n[^a]: One[^c].\n\n[^b]: Two.\n\n[^c]: Three[^a].')).toEqual([
    '1:2 1',
    '1:8 2',
    '3:1 1. One[^c].',
    '3:10 3',
    '5:1 2. Two.',
    '7:1 3. Three[^a].',
    '7:12 1',
  ]);
});

test('leaves code, links and character classes alone', () => {
  expect(notesOf('`a[^1]` and [^1](https://a.b)\n\n    [^1]: code')).toEqual([]);
  expect(notesOf('A class [^a-z] of characters')).toEqual(['1:9 [^a-z]']);
});
