import { expect, test } from 'vitest';
import { parseLibrary } from '../parse.ts';

const hintsOf = (text: string) =>
  parseLibrary(text).problems.flatMap(({ code, span, hint }) =>
    code === 'unread-markdown' ? [`${span?.line}:${span?.column} ${hint}`] : [],
  );

test.each([
  ['#Heading\n\nWords', '1:1 Write "# Heading".'],
  ['# A\n\n##Second', '3:1 Write "## Second".'],
  ['# A\n\nWords\n-one\n-two', '4:1 Write "- one", and leave a blank line above the list.'],
  ['# A\n\n1.one\n2.two', '3:1 Write "1. one", and leave a blank line above the list.'],
  ['# A\n\n| a | b |\n| 1 | 2 |', '3:1 Put a line "| --- | --- |" below the first.'],
  [
    '# A\n\n| a | b |\n| - |\n| 1 | 2 |',
    '4:1 Write "| --- | --- |", or as many cells in the head.',
  ],
  ['# A\n\na | b\n-|-|-\n1 | 2', '4:1 Write "| --- | --- |", or as many cells in the head.'],
  ['# A\n\n| a | b |\n|--|-=|\n| 1 | 2 |', '4:1 Write "| --- | --- |".'],
  ['# A\n\n| a | b |\n| — | — |\n| 1 | 2 |', '4:1 Write "| --- | --- |".'],
  [
    '# A\n\n::: columns\n\n::: column\n| a | b |\n| 1 | 2 |\n:::\n\n:::',
    '6:1 Put a line "| --- | --- |" below the first.',
  ],
  ['# A\n\nSee (this)[https://example.org].', '3:5 Write [this](https://example.org).'],
  ['# A\n\n—\n\n# B', '3:1 Write "---" on a line of its own, in the place of a longer dash.'],
  ['# A\n\nWords\n–-', '4:1 Write "---" on a line of its own, in the place of a longer dash.'],
  ['# A\n\n:: right ::\n\nb', '3:1 Write "::right::".'],
])('%j', (text, expected) => {
  expect(hintsOf(text)).toEqual([expected]);
});

test.each([
  '# A\n\n#rust #linux',
  '# A\n\nIssue\n#12 is open',
  '# A\n\n-5 degrees',
  '# A\n\n— a quotation\n\n| a |\n| - |\n| — |',
  '# A\n\n> Words\n> — Ada',
  '# A\n\n*emphasis* and\n*more* words',
  '# A\n\n| a | b |\n| - | - |\n| 1 | 2 |',
  '# A\n\n| a | b |\n| - | - |\n| 1 |',
  '# A\n\nif a | b\nthen c - d',
  '# A\n\nCall f(x)[0] or (a)[b].',
  '# A\n\nA path `C:\\(x\\)` in code',
  '# A\n\n```\n#Heading\n-a\n-b\n```',
])('%j is left alone', (text) => {
  expect(hintsOf(text)).toEqual([]);
});
