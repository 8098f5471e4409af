import { expect, test } from 'vitest';
import { placeTags } from '../../../../../src/talk/html/tag-places.ts';
import {
  cutToken,
  isBlank,
  reportSwallowed,
} from '../../../../../src/talk/markdown/transform/cut-token.ts';
import type { HtmlToken } from '../../../../../src/talk/model/token.ts';
import { printProblem, printSpan } from '../parse.ts';

const raw = '<p>\na</p>\n---\n';
const span = { file: 'a.md', line: 4, column: 1, length: 3 };
const TOKEN: HtmlToken = { type: 'html', raw, text: raw, block: true, span };

test('a part of raw HTML has its own place', () => {
  const part = cutToken(TOKEN, 5, 9, placeTags(raw, span));
  expect([part.raw, part.text, printSpan(part.span)]).toEqual(['</p>', '</p>', '5:2+5']);
  expect(TOKEN.raw).toBe(raw);
});

test('reports the line that cuts nothing at its dashes, with its element', () => {
  const problem = reportSwallowed(TOKEN, { at: 10, holder: 'div' });
  expect(printProblem(problem)).toBe('6:1+3 swallowed-cut');
  expect(problem.message).toContain('div');
});

test('only spaces are blank', () => {
  expect([' \n', 'a'].map((text) => isBlank({ type: 'space', raw: text, span }))).toEqual([
    true,
    false,
  ]);
});
