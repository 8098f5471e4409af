import { expect, test } from 'vitest';
import { bodyOf, compileSlide } from '../../../../support/slide.ts';

const REFERENCES = 'https://example.org/?a=1&amp;b=2';
const LINK = '<a href="https://example.org/?a=1&amp;b=2"';

test.each([
  `[a](${REFERENCES} "Tom &amp; Jerry &eacute;")`,
  `[a][x]\n\n[x]: ${REFERENCES} 'Tom &amp; Jerry &#233;'`,
])('decodes character references in addresses and titles: %s', (markdown) => {
  const rest = ' title="Tom &amp; Jerry é" target="_blank" rel="noopener">a</a>';
  expect(bodyOf(`${markdown}\n`)).toBe(`<p>${LINK}${rest}</p>`);
});

test('decodes references in addresses of pictures, of plain links and without a semicolon not at all', () => {
  const square = { 'assets/a&b.svg': '<svg/>' };
  expect(bodyOf('![x](../../assets/a&amp;b.svg)\n', square)).toContain(
    'assets/a&amp;b.svg" alt="x"',
  );
  expect(bodyOf(`<${REFERENCES}>\n`)).toContain(LINK);
  expect(bodyOf('[a](https://example.org/?a=1&copy=2)\n')).toContain('?a=1&amp;copy=2"');
});

test('references in text are characters in the slide’s words and in its id', () => {
  const slide = compileSlide('# Caf&eacute; &amp; bar\n\nA &copy; b\n');
  expect(slide).toMatchObject({ id: 'cafe-bar', title: 'Café & bar' });
  expect(slide.text).toContain('A © b');
});

test('a long address in words breaks behind its slashes, and nowhere else', () => {
  const long = 'https://a.example/one/two/three/of-a-document.html';
  const html = bodyOf(`<${long}> and [a/b](https://a.example/c/d)`);
  expect(html).toContain(
    '>https://a.example/<wbr>one/<wbr>two/<wbr>three/<wbr>of-a-document.html</a>',
  );
  expect(html).toContain('>a/b</a>');
  expect(bodyOf('<https://a.example/one>')).not.toContain('<wbr>');
});
