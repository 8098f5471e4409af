import { expect, test } from 'vitest';
import { findTableFault } from '../../../../../src/talk/markdown/misread/misread-table.ts';
import { parseLibrary } from '../parse.ts';

test('a line of dashes is found in rows with and without pipes at their ends', () => {
  expect(findTableFault(['a | b', '--- | ---', '1 | 2'])).toBeNull();
  expect(findTableFault(['a | b', '=== | ==='])?.hint).toBe('Write "| --- | --- |".');
  expect(findTableFault(['| `{{ a | ago 1y }}` | b |', '|---|---|---|'])).toMatchObject({
    line: 1,
    hint: 'Write "| --- | --- |", or as many cells in the head.',
  });
});

test('a cell without a column is reported at its place', () => {
  const { problems } = parseLibrary(
    '# A\n\n| a | b |\n| - | - |\n| 1 | `x | y` |\n| 1 | 2 | |\n\n- list\n\n  | c |\n  | - |\n  | 3 | 4 |',
  );
  expect(problems.map(({ code, span, hint }) => [code, span?.line, span?.column, hint])).toEqual([
    ['dropped-cell', 5, 12, 'In a table "|" ends a cell, in code too: write "\\|".'],
    [
      'dropped-cell',
      12,
      9,
      'Give the head one more cell, or write "\\|" for a sign that ends no cell.',
    ],
  ]);
});
