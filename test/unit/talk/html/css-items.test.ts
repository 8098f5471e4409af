import { stringify } from '@csstools/css-tokenizer';
import { expect, test } from 'vitest';
import { parseItems, readTokens, splitAtCommas } from '../../../../src/talk/html/css-items.ts';

const parse = (css: string) =>
  parseItems(readTokens(css)).map(({ name, prelude, block, offset }) => [
    name,
    stringify(...prelude).trim(),
    block && stringify(...block).trim(),
    offset,
  ]);

test('parses rules and at-rules, with and without a block', () => {
  expect(parse('a b { c: d }\n@import "x";\n@MEDIA print { e {} }')).toEqual([
    [null, 'a b', 'c: d', 0],
    ['import', '"x"', null, 13],
    ['media', 'print', 'e {}', 26],
  ]);
});

test('a rule that never closes reaches to the end, and a stray brace is left out', () => {
  expect(parse('} a { b: c')).toEqual([[null, 'a', 'b: c', 2]]);
  expect(parse('a')).toEqual([[null, 'a', null, 0]]);
});

test('braces in brackets and strings end nothing', () => {
  expect(parse('a[b="}"] { c: url("}") }')).toEqual([[null, 'a[b="}"]', 'c: url("}")', 0]]);
});

test('splits at commas, but not within brackets', () => {
  const parts = splitAtCommas(readTokens('a, :is(b, c), d'));
  expect(parts.map((part) => stringify(...part).trim())).toEqual(['a', ':is(b, c)', 'd']);
});

test('comments part words but are empty', () => {
  expect(stringify(...readTokens('a/* b */c'))).toBe('a/**/c');
});
