import { expect, test } from 'vitest';
import { parseSlide, printSpan } from '../parse.ts';

const linksOf = (text: string) =>
  parseSlide(text).anchors.links.map(({ to, span }) => `${to} ${printSpan(span)}`);
const idsOf = (text: string) => parseSlide(text).anchors.ids;

test('collects links to slides, with either form of their address', () => {
  expect(linksOf('[a](#/b) and [c](#d)')).toEqual(['b 1:1+8', 'd 1:14+7']);
  expect(linksOf('[a](#/b/2)')).toEqual(['b 1:1+10']);
});

test('numbers, pages and files are no slides', () => {
  expect(linksOf('[a](#/3) [b](https://c.example/#d) [e](f.md)')).toEqual([]);
});

test('decodes an address, and keeps one that cannot be decoded', () => {
  expect(linksOf('[a](#/%C3%A9)')).toEqual(['\u00e9 1:1+13']);
  expect(linksOf('[a](#/%zz)')).toEqual(['%zz 1:1+10']);
});

test('reads raw HTML, lists and tables', () => {
  expect(linksOf('<p>\n<a href="#b">c</a></p>')).toEqual(['b 2:1+2']);
  expect(linksOf('- [a](#b)\n\n| [c](#d) |\n|---|\n| [e](#f) |')).toEqual([
    'b 1:3+7',
    'd 3:3+7',
    'f 5:3+7',
  ]);
});

test('collects ids of elements, from tags and from comments', () => {
  expect(idsOf('<p id="a">b</p>\n\nc <!-- .element: id="d" -->')).toEqual(['a', 'd']);
  expect(idsOf('# a')).toEqual([]);
});
