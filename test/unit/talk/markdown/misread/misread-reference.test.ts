import { expect, test } from 'vitest';
import { parseSlideFile } from '../../../../../src/talk/markdown/markdown.ts';

/** Returns the places and hints of references that are text on a slide. */
function listLost(slide: string): [line: number, column: number, hint: string][] {
  const file = { path: 'slides/talks/a.md', text: slide };
  const { problems } = parseSlideFile(file, { kind: 'talk', blockNames: [] });
  return problems.flatMap(({ code, span, hint = '' }) =>
    code === 'unread-markdown' && span ? [[span.line, span.column, hint]] : [],
  );
}

test('a picture and a link whose label no line defines are reported where they are', () => {
  expect(listLost('Words.\nSee ![Crab][crab] and\n[the list][].\n')).toEqual([
    [2, 5, 'Write ![Crab](ADDRESS), or add a line "[crab]: ADDRESS" to the slide.'],
    [3, 1, 'Write [the list](ADDRESS), or add a line "[the list]: ADDRESS" to the slide.'],
  ]);
  expect(listLost('- one\n- [two][b]\n')).toHaveLength(1);
});

test.each([
  'See [the list][list].\n\n[list]: https://example.org\n',
  'The cell grid[i][j], and [0][1].\n',
  'In code `[a][b]`.\n',
  '```js\n[a][b]\n```\n',
  'A task [x] and [a](b.md).\n',
  'A footnote [a][^b].\n\n[^b]: Words.\n',
  'Written \\[a][b] by intention.\n',
])('%j is none', (slide) => {
  expect(listLost(slide)).toEqual([]);
});
