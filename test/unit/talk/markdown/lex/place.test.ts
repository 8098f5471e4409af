import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Span } from '../../../../../src/talk/model/problem.ts';
import { allTokens, parseLibrary, parseSlide, printSpan, tokensOf } from '../parse.ts';

/** What stands in the text where the tokens say they are, beside what they hold. */
function readPlaces(text: string): { stands: string[]; held: string[] } {
  const lines = text.split(/\r\n?|\n/);
  const tokens = parseLibrary(text)
    .slides.flatMap((slide) => allTokens(slide.tokens))
    .filter(({ type }) => type !== 'space' && type !== 'checkbox');
  return {
    stands: tokens.map(({ span }) =>
      (lines[span.line - 1] ?? '').slice(span.column - 1, span.column - 1 + span.length),
    ),
    held: tokens.map(({ type, raw }) => {
      const text: string = type === 'html' ? raw : raw.trimStart();
      return text.split('\n')[0]?.trimEnd() ?? '';
    }),
  };
}

function expectPlaces(text: string): void {
  const { stands, held } = readPlaces(text);
  expect(stands).toEqual(held);
  expect(stands.length).toBeGreaterThan(0);
}

test('places headings, paragraphs and their words', () => {
  expectPlaces(
    '# A *b* **c** title ##\n\nText `code`\nover two lines, *em\nover lines* and ~~gone~~.\n',
  );
  expectPlaces('  ## Indented\n\n   text with   blanks\n  and a second line\n');
  expectPlaces('Underlined\nheading\n===\n\ntext');
});

test('places links, pictures, addresses and line breaks', () => {
  expectPlaces('See [a *b*](c "d"), ![e](f.png), <https://x.org>, https://y.org and  \nthe next.');
  expectPlaces('A [link][ref] to [that].\n\n[ref]: http://a\n[that]: http://b\n');
});

test('places what is nested in lists', () => {
  expectPlaces('- one\n- two\n  - three `x`\n    more *y*\n\n    paragraph **z**\n- four');
  expectPlaces('1. a\n2. b\n   > quote *c*\n   > more\n10. d\n\n    text');
  expectPlaces('*   wide *marker*\n    text\n\n-\n  starts below *x*\n');
  expectPlaces('- lazy *a*\ncontinued *b*\n- next');
});

test('places what stands in quotes', () => {
  expectPlaces('> a *b*\n> c\n>\n> - d *e*\n> - f\n>\n> > g *h*\nlazy *i*\n\nafter *j*');
  expectPlaces('>no blank *a*\n>  two blanks *b*\n');
});

test('places the words of tables, pipes in values and escaped pipes included', () => {
  expectPlaces('| a *b* | c |\n|---|:-:|\n|  d | *e* |\n| f |\n\nafter');
  expectPlaces('a | b\n--|--\n`c` | **d**\n');
  const slide = parseSlide('| a | b |\n|---|---|\n| x \\| y *z* | {{ d.c | ago 1y }} |\n');
  expect(tokensOf(slide, 'em').map(({ span }) => printSpan(span))).toEqual(['3:10+3']);
  expect(tokensOf(slide, 'value').map(({ span }) => printSpan(span))).toEqual(['3:16+18']);
});

test('places what stands in containers', () => {
  expectPlaces(
    '::: columns\n\n::: column\n# a\n- b *c*\n:::\n::: column\n> d\n:::\n:::\nafter *e*',
  );
  expectPlaces('- item\n\n  ::: terminal x\n  text *y*\n  :::\n');
});

test('places raw HTML, and values and comments inside of it', () => {
  expectPlaces(
    '<p>\n  a {{ b.c }}\n  <!-- pause --> {{ d }}</p>\n\ntext <b>*x*</b> <!-- pause -->',
  );
});

test('counts characters as editors do', () => {
  expectPlaces('# Øl – “naïve” 日本 🦀 *b*\n\n- 🦀 *c* {{ d }}\n');
  const slide = parseSlide('🦀 *b*');
  expect(tokensOf(slide, 'em').map(({ span }) => span.column)).toEqual([4]);
});

test('keeps lines and columns in files with other line ends and a byte order mark', () => {
  const text = '---\nid: a\n---\n\n# T *b*\n\n- c\n  - d *e*\n\n```js\nx\n```\n\ntext *f*';
  expectPlaces(text);
  expectPlaces(text.replaceAll('\n', '\r\n'));
  expectPlaces(text.replaceAll('\n', '\r'));
  expect(readPlaces(`\uFEFF${text}`).held).toEqual(readPlaces(text).held);
  expect(parseSlide('\uFEFF# a').tokens[0]).toMatchObject({ span: { line: 1, column: 1 } });
});

test('places text after tabs', () => {
  expectPlaces('-\ta *b*\n\n\tc *d*\n-\te\n');
  expectPlaces('>\ta *b*\n');
  const code = tokensOf(parseSlide('- a\n\n\t```js\n\tx\n\t\ty\n\t```\n'), 'codeblock')[0];
  expect(code?.text).toBe('x\n    y');
  expect(code?.lines.map(({ column }: Span) => column)).toEqual([2, 3 - 4]);
});

test('places tasks beside their boxes', () => {
  const slide = parseSlide('- [ ] a *b*\n- [x] c *d*\n\n  e *f*\n');
  expect(tokensOf(slide, 'em').map(({ span }) => printSpan(span))).toEqual([
    '1:9+3',
    '2:9+3',
    '4:5+3',
  ]);
  expect(tokensOf(parseSlide('- [ ] a *b*\n'), 'em')[0]?.span.column).toBe(9);
});

test('places the lines of code, in lists and quotes too', () => {
  const lines = (text: string) =>
    tokensOf(parseSlide(text), 'codeblock').map(({ lines }) => lines.map(printSpan).join(' '));
  expect(lines('```js\na\n\n  b\n```')).toEqual(['2:1+1 3:1+0 4:1+3']);
  expect(lines('- x\n\n  ~~~\n  a\n    b\n  ~~~\n')).toEqual(['4:3+1 5:3+3']);
  expect(lines('> ```\n> a\n>\n> b\n> ```')).toEqual(['2:3+1 3:2+0 4:3+1']);
  expect(lines('text\n\n    indented\n      more\n')).toEqual(['3:5+8 4:5+6']);
  expect(lines('  ```\n  a\n b\n  ```')).toEqual(['2:3+1 3:2+1']);
});

test('places every token of the slides of this project', () => {
  for (const folder of ['slides/library', 'slides/talks']) {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
      const text = readFileSync(`${folder}/${name}`, 'utf8').replace(/\\\|/g, '--');
      const { stands, held } = readPlaces(text);
      expect(stands, name).toEqual(held);
    }
  }
});
