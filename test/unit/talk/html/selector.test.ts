import { expect, test } from 'vitest';
import { readTokens } from '../../../../src/talk/html/css-items.ts';
import { matchesLast, parseSelector } from '../../../../src/talk/html/selector.ts';

const parse = (text: string) => parseSelector(readTokens(text));
const certaintyOf = (text: string) => parse(text)?.certainty ?? null;

test('reads the tag, classes and ids of the last part', () => {
  expect(parse('DIV.a.b#c')).toMatchObject({ tag: 'div', classes: ['a', 'b'], ids: ['c'] });
  expect(parse('x > .a')).toMatchObject({ tag: null, classes: ['a'], ids: [] });
});

test.each([
  ['p', 'sure'],
  ['.slide p', 'sure'],
  ['div p', 'structural'],
  ['p + p', 'structural'],
  ['p:first-child', 'structural'],
  ['p:not(.a)', 'structural'],
  ['p:hover', 'passing'],
  ['p:hover:first-child', 'passing'],
  ['p[lang]', 'passing'],
  ['p.visible', 'passing'],
  ['p::before', null],
  ['p:first-line', null],
  ['', null],
])('%s is %s', (text, certainty) => {
  expect(certaintyOf(text)).toBe(certainty);
});

test('more specific selectors weigh more', () => {
  const weights = ['p', 'div p', '.a', '.a p', '#a'].map((text) => parse(text)?.specificity ?? 0);
  expect(weights).toEqual([...weights].sort((a, b) => a - b));
});

test('matches an element by its own tag alone', () => {
  const selector = parse('div p.a#b');
  const attributes = [
    { name: 'class', value: 'x a' },
    { name: 'id', value: 'b' },
  ];
  expect(selector && matchesLast(selector, 'p', attributes)).toBe(true);
  expect(selector && matchesLast(selector, 'b', attributes)).toBe(false);
  expect(selector && matchesLast(selector, 'p', attributes.slice(1))).toBe(false);
});
