import { expect, test } from 'vitest';
import { compileTexts } from '../../../support/fixtures.ts';

const TALK = '---\ntitle: T\ndate: 2024-09-18\ncss: /assets/own.css\n---\n\n# A slide\n\nWords.\n';

/** Compiles a talk with a stylesheet of its own; gives what is told about that. */
function check(css: string, files: Record<string, string> = {}) {
  const texts = { 'slides/talks/talk.md': TALK, 'assets/own.css': css, ...files };
  return compileTexts(texts).problems.map(({ code, span }) => [code, span?.line, span?.column]);
}

test.each([
  '.a { background: url(dot.svg) }',
  ".a { background: url( './dot.svg#part' ) }",
  '.a { background: URL("/assets/dot.svg?v=1") }',
  '.a { background: url(sub/../dot.svg) }',
  '.a { background: url(data:image/svg+xml;base64,AAAA), url(//example.org/x), url(#part), url() }',
  '/* url(gone.svg) */ .a::before { content: "url(gone.svg)" }',
  ".a { src: url(@fontsource/sans/files/sans.woff2), url('~pkg/a.png') }",
  '@import "https://example.org/a.css"; @import \'@fontsource/sans\';',
  '@import url(own.css) print;',
  '.a { background: url(two\\ words.svg), url("two%20words.svg") }',
  '/* url(gone.svg)',
])('says nothing about %s', (css) => {
  const files = { 'assets/dot.svg': '<svg/>', 'assets/two words.svg': '<svg/>' };
  expect(check(css, files)).toEqual([]);
});

test.each([
  ['.a {\n  background: url(gone.svg);\n}', 2, 19],
  ['\n\n.a { src: url(  "/assets/gone.woff2" ) }', 3, 18],
  ["@import './gone.css';", 1, 10],
  ["@import  url('gone.css') layer(base);", 1, 15],
  ['.a { background: url(../../../etc/passwd) }', 1, 22],
])('tells the place in %s', (css, line, column) => {
  expect(check(css)).toEqual([['missing-url', line, column]]);
});

test('a stylesheet without end takes no time without end', () => {
  const started = process.cpuUsage();
  for (const unit of ['url(', '/*', '"', "'\\", '@import ', 'url( ', 'a\n', 'url("']) {
    check(unit.repeat(100_000 / unit.length));
  }
  expect(check('.a { b: url(gone.svg) }\n'.repeat(2000))).toHaveLength(2000);
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5);
});
