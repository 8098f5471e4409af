import { expect, test } from 'vitest';
import { listCssUrls, mapCssUrls } from '../../../../src/talk/html/css-urls.ts';

test('lists addresses in url(), with quotes or without, and in image-set()', () => {
  expect(
    listCssUrls('a { b: url(c.png) url("d e.png"); f: image-set("g.png" 1x, url(h) 2x) }'),
  ).toEqual(['c.png', 'd e.png', 'g.png', 'h']);
});

test('other strings, and comments, are no addresses', () => {
  expect(listCssUrls('a { content: "b.png"; font: format("c") } /* url(d) */')).toEqual([]);
  expect(listCssUrls('a { b: url( "c" format("d")) }')).toEqual(['c']);
});

test('replaces addresses, escaped, and leaves those without a new one', () => {
  const map = (address: string) => (address === 'a' ? 'b"\\c' : null);
  expect(mapCssUrls('x: url(a) url(d)', map)).toBe('x: url("b\\22 \\5c c") url(d)');
  expect(mapCssUrls('x: url("a")', map)).toBe('x: url("b\\22 \\5c c")');
  expect(mapCssUrls('x: y', map)).toBe('x: y');
});
