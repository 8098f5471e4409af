import { expect, test } from 'vitest';
import { listReferences, renameInCss } from '../../../../../src/talk/render/raw/css-names.ts';

const NAMES = { ids: new Map([['a', 's-a']]), prefix: 's-' };
const rename = (css: string) => renameInCss(css, new Set(['spin']), NAMES);

test('renames what a value names', () => {
  expect(rename('fill: url(#a)')).toBe('fill: url("#s-a")');
  expect(rename('fill: url("#a")')).toBe('fill: url("#s-a")');
  expect(rename('animation: 1s spin')).toBe('animation: 1s s-spin');
  expect(rename('-webkit-animation-name: spin')).toBe('-webkit-animation-name: s-spin');
});

test('other ids, files and words stay', () => {
  expect(rename('fill: url(#b)')).toBe('fill: url(#b)');
  expect(rename('fill: url(x.svg#a)')).toBe('fill: url(x.svg#a)');
  expect(rename('font-family: spin; color: #a')).toBe('font-family: spin; color: #a');
});

test('lists the ids that a value names', () => {
  expect(listReferences('a: url(#b) url("#c") url(d#e) "#f"')).toEqual(['b', 'c']);
});
