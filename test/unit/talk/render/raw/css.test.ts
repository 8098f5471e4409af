import { expect, test } from 'vitest';
import {
  listForbidden,
  listKeyframes,
  listSelectedIds,
  scopeCss,
} from '../../../../../src/talk/render/raw/css.ts';

const NAMES = { ids: new Map([['a', 's1-a']]), prefix: 's1-' };
const scope = (css: string) => scopeCss(css, new Set(listKeyframes(css)), NAMES);

test('rules hold for the slide alone', () => {
  expect(scope('p { color: red }')).toBe('@scope{p:where(:scope,*){ color: red }}');
  expect(scope('body, .a p { b: c }')).toBe('@scope{:scope,:where(:scope,*).a p{ b: c }}');
});

test('a heading of the first level is the title, which a page has as one of the second', () => {
  const title = ':is(h1,:where(.slide-title))';
  expect(scope('h1 { a: b }')).toBe(`@scope{${title}:where(:scope,*){ a: b }}`);
  expect(scope('.a H1, h2 > h1 { a: b }')).toContain(`.a ${title},h2:where(:scope,*) > ${title}{`);
  expect(scope('.h1 [h1], [a=h1], #h1 { h1: h1 }')).not.toContain(title);
});

test('groups keep their rules', () => {
  expect(scope('@media print { p { a: b } }')).toBe(
    '@scope{@media print {p:where(:scope,*){ a: b }}}',
  );
});

test('names that a page shares are the slide’s own', () => {
  expect(scope('@keyframes b { from { c: d } } p { animation: b 1s }')).toBe(
    '@keyframes s1-b{ from { c: d } }\n@scope{p:where(:scope,*){ animation: s1-b 1s }}',
  );
  expect(scope('#a { b: url(#a) }')).toContain('#s1-a{ b: url("#s1-a") }');
});

test('what would reach other slides is left out and listed', () => {
  expect(scope('@import "x"; @page { a: b }')).toBe('');
  expect(listForbidden('@import "x"; @page { a: b } p {}').map(({ name }) => name)).toEqual([
    'import',
    'page',
  ]);
  expect(listForbidden('@font-face { a: b } @media print { p {} }')).toEqual([]);
});

test('nothing in a style looks like a tag', () => {
  expect(scope('p { content: "</style><script>" }')).not.toContain('<');
});

test('lists the ids of selectors, in groups too', () => {
  expect(listSelectedIds('#a b#c {} @media print { #d {} } p { x: url(#e) }')).toEqual([
    'a',
    'c',
    'd',
  ]);
});
