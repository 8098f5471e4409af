import { expect, test } from 'vitest';
import { deadFileLink } from '../../../../src/talk/problems/problems.ts';

const SPAN = { file: 'slides/talks/t.md', line: 1, column: 1, length: 1 };
const hintOf = (href: string) => deadFileLink(href, ['../../assets/paper.pdf'], SPAN).hint;

test.each([
  ['ada@example.org', 'mailto:ada@example.org'],
  ['example.org', 'https://example.org'],
  ['www.example.com/a', 'https://www.example.com/a'],
  ['other.md', '"../other/"'],
  ['../talks/other.md#users', '"../other/#users"'],
  ['papr.pdf', '"../../assets/paper.pdf"'],
])('a link to %s is meant for %s', (href, words) => {
  expect(hintOf(href)).toContain(words);
});
