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

test('reports a comment without end, and no file within it', () => {
  expect(check('/* url(gone.svg)')).toEqual([['broken-css', 1, 1]]);
});

test('a stylesheet without end takes no time without end', () => {
  for (const unit of ['url(', '/*', '"', "'\\", '@import ', 'url( ', 'a\n', 'url("']) {
    check(unit.repeat(100_000 / unit.length));
  }
  expect(check('.a { b: url(gone.svg) }\n'.repeat(2000))).toHaveLength(2000);
});

/** Compiles a talk with a stylesheet of its own; returns what that loads from other origins. */
function needs(css: string, files: Record<string, string> = {}) {
  const texts = { 'slides/talks/talk.md': TALK, 'assets/own.css': css, ...files };
  return compileTexts(texts).talks[0]?.styleNeeds;
}

test('lists what a stylesheet and its imports load from other origins', () => {
  const css = `@import "https://sheets.example/a.css" screen;
@import './more.css';
@namespace svg url(https://name.example/);
/* url(https://comment.example/) */
.a { background: url(//files.example/a.png), url(dot.svg), url(data:,), url(#part) }
.b { content: "url(https://text.example/)"; src: image-set("https://set.example/b.png" 1x) }`;
  const more = `@import url( 'own.css' );
@IMPORT url(https\\3a //escaped.example/b.css) layer(x) supports(src: url(https://probed.example/));`;
  const files = { 'assets/more.css': more, 'assets/dot.svg': '<svg/>' };
  expect(needs(css, files)).toEqual({
    sheets: ['https://sheets.example/a.css', 'https://escaped.example/b.css'],
    files: ['//files.example/a.png', 'https://set.example/b.png', 'https://probed.example/'],
    isWhole: true,
  });
  expect(needs('p { color: red }')).toEqual({ sheets: [], files: [], isWhole: true });
});

test('a stylesheet that cannot be read is not known as a whole', () => {
  expect(needs('@import "@fontsource/sans";')?.isWhole).toBe(false);
  expect(needs('@import "./more.scss";', { 'assets/more.scss': '' })?.isWhole).toBe(false);
  expect(needs('@import "./gone.css";')?.isWhole).toBe(true);
  expect(needs('p { src: url("@fontsource/sans/a.woff2") }')?.isWhole).toBe(true);
});

test('a stylesheet at a web address is the only one known', () => {
  const talk = TALK.replace('/assets/own.css', 'https://sheets.example/a.css');
  const [compiled] = compileTexts({ 'slides/talks/talk.md': talk }).talks;
  const sheets = ['https://sheets.example/a.css'];
  expect(compiled?.styleNeeds).toEqual({ sheets, files: [], isWhole: true });
  const plain = TALK.replace('css: /assets/own.css\n', '');
  expect(compileTexts({ 'slides/talks/talk.md': plain }).talks[0]?.styleNeeds).toBeUndefined();
});
