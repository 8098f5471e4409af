import { expect, test } from 'vitest';
import { takeFootnotes } from '../../../../src/talk/markdown/take-footnotes.ts';
import type { Problem } from '../../../../src/talk/model/problem.ts';
import { parseLibrary } from './parse.ts';

/** Lists the problems of a slide with their places. */
function problemsOf(text: string): string[] {
  const { problems } = parseLibrary(text);
  return problems.map(({ code, span }) => `${span?.line}:${span?.column} ${code}`);
}

test('reports marks without a text, texts without a mark, and second texts', () => {
  expect(problemsOf('A[^1] b[^1] c[^2].\n\n[^2]: Two.\n[^3]: Three.\n[^2]: Two again.')).toEqual([
    '5:1 duplicate-footnote',
    '1:2 unknown-footnote',
    '4:1 unused-footnote',
  ]);
  expect(problemsOf('A[^1].\n\n[^1]:\n\nBelow.')).toEqual(['1:2 unknown-footnote']);
});

test('a text on another slide, or below the notes, does not belong to this one', () => {
  expect(problemsOf('A[^1].\n\n---\n\nB.\n\n[^1]: One.')).toEqual([
    '1:2 unknown-footnote',
    '7:1 unused-footnote',
  ]);
  expect(problemsOf('A[^1].\n\nNote: b[^2]\n\n[^2]: Two.\n\n[^1]: One.')).toEqual([
    '7:1 unused-footnote',
    '1:2 unknown-footnote',
  ]);
});

test('what is hidden has no footnote', () => {
  const text = 'A.\n\n<div hidden>\n\nSecret[^1].\n\n</div>\n\n[^1]: Secret.';
  expect(problemsOf(text)).toContain('9:1 unused-footnote');
});

test('leaves tokens without footnotes as they are', () => {
  const tokens = parseLibrary('A *b*.').slides[0]?.tokens ?? [];
  const problems: Problem[] = [];
  expect(takeFootnotes(tokens, { key: '', problems })).toBe(tokens);
});
