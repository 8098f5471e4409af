import { expect, test } from 'vitest';
import {
  holdsCss,
  listAddresses,
  listFiles,
  listLoaded,
  mapAddresses,
} from '../../../../src/talk/html/listed-addresses.ts';

test('lists the addresses of an attribute, in lists too', () => {
  expect(listAddresses('href', 'a b')).toEqual(['a b']);
  expect(listAddresses('srcset', 'a.png 1x, b.png 2x')).toEqual(['a.png', 'b.png']);
  expect(listAddresses('srcset', 'data:,x 1x,c.png')).toEqual(['data:,x', 'c.png']);
  expect(listAddresses('title', 'a')).toEqual([]);
  expect([holdsCss('style'), holdsCss('src')]).toEqual([true, false]);
});

test('a link loads nothing, but in a drawing it does', () => {
  expect(listFiles('a', 'href', 'b')).toEqual([]);
  expect(listFiles('image', 'href', 'b')).toEqual(['b']);
  expect(listFiles('img', 'src', 'b')).toEqual(['b']);
  expect(listFiles('section', 'data-src', 'true')).toEqual([]);
});

test('replaces addresses in attributes and styles, and nothing in text', () => {
  const markup = '<p title="a">a<img src="a" alt="a"><style>b{c:url(a)}</style></p>';
  expect(mapAddresses(markup, () => 'x&y')).toBe(
    '<p title="a">a<img src="x&amp;y" alt="a"><style>b{c:url("x&y")}</style></p>',
  );
  expect(mapAddresses(markup, () => null)).toBe(markup);
});

test('names the element and the attribute of each address', () => {
  const places: string[] = [];
  mapAddresses('<IMG src="a"><p style="b:url(c)">', (address, { tag, name }) => {
    places.push(`${tag} ${name} ${address}`);
    return null;
  });
  expect(places).toEqual(['img src a', 'p style c']);
});

test('lists what loads by itself, without frames and links', () => {
  const markup =
    '<a href="1"><img src="2"></a><iframe src="3"></iframe><svg><use href="4"/></svg><p data-preview-link="5">';
  expect(listLoaded(markup)).toEqual(['2', '4']);
});
