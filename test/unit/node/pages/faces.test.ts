import { expect, test } from 'vitest';
import { dropUnusedFaces } from '../../../../src/node/pages/faces.ts';

const face = (name: string, range: string): string =>
  `@font-face{font-family:${name};src:url(data:font/woff2;base64,AAAA)format("woff2");unicode-range:${range}}`;
const STYLE = [
  '@font-face{font-family:Stand-in;src:local(Arial)}',
  face('Latin', 'U+??,U+131'),
  face('Extended', 'U+100-2BA,U+1E??'),
  face('Signs', 'U+2192,U+2264-2265'),
  'p{color:red}',
].join('');

const listKept = (markup: string, others = '', style = STYLE): string[] =>
  Array.from(dropUnusedFaces(style, markup, others).matchAll(/font-family:([\w-]+)/g), ([, name]) =>
    String(name),
  );

test('faces of which nothing on a page has a letter are left out, and only these', () => {
  expect(dropUnusedFaces(STYLE, '<p>Words</p>', '')).toBe(
    '@font-face{font-family:Stand-in;src:local(Arial)}' +
      `${face('Latin', 'U+??,U+131')}p{color:red}`,
  );
  expect(listKept('<p>Łódź</p>')).toEqual(['Stand-in', 'Latin', 'Extended']);
  expect(listKept('<p>ẞ</p>')).toEqual(['Stand-in', 'Latin', 'Extended']);
  expect(listKept('<p>1 ≥ 0</p>')).toEqual(['Stand-in', 'Latin', 'Signs']);
  expect(listKept('<p>1</p>', 'write("→")')).toEqual(['Stand-in', 'Latin', 'Signs']);
});

test.each(['&#8594;', '&#x2192;'])('%s in markup is a letter', (written) => {
  expect(listKept(`<p>${written}</p>`)).toEqual(['Stand-in', 'Latin', 'Signs']);
});

test.each(['"\\u2192"', '"\\u{2192}"', "p::after { content: '\\2192' }"])(
  '%s in a script or a style is a letter',
  (written) => {
    expect(listKept('', written)).toEqual(['Stand-in', 'Latin', 'Signs']);
    expect(listKept('', '', STYLE + written)).toEqual(['Stand-in', 'Latin', 'Signs']);
  },
);

test('a letter ends where its number does, and is looked for nowhere else', () => {
  expect(listKept('{ "mail": "\\u003cada@example.org" }')).toEqual(['Stand-in', 'Latin']);
});

test('all faces stay where letters are called by their names, of which there are too many to know', () => {
  expect(listKept('<p>A &rarr; B</p>')).toEqual(['Stand-in', 'Latin', 'Extended', 'Signs']);
  expect(listKept('<p>a &amp; b &lt; c&nbsp;</p><script>a&&bc;</script>')).toEqual([
    'Stand-in',
    'Latin',
  ]);
});
