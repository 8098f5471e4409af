import { expect, test } from 'vitest';
import { listNested } from '../../../../src/talk/model/nested-tokens.ts';
import { toWords, writeHeading, writeInline, writeRaw } from '../../../../src/talk/render/words.ts';
import type { Token } from '../../../../src/talk/model/token.ts';
import { tokensOf } from './context.ts';

const NO_WORDS = { words: new Map<Token, string>() };
const inlineOf = (text: string) => tokensOf(text).flatMap((token) => [...listNested(token)]);
const write = (text: string, file?: string) =>
  writeInline(inlineOf(text), { ...NO_WORDS, ...(file === undefined ? {} : { file }) });

test('words have no markup', () => {
  expect(toWords(inlineOf('a **b** `c` [d](e) f&amp;g<br>\\*'), NO_WORDS)).toBe('a b c d f&g*');
});

test.each(['a **b** *c* ~~d~~ `e`', '[a](b.md "c")', '![a](b.png)', 'a\\\nb', '\\*a\\*'])(
  '%j is written as it was read',
  (text) => {
    expect(write(text)).toBe(text);
  },
);

test('addresses lead from the project, and are in brackets where they need it', () => {
  expect(write('[a](../../assets/b.png)', 'slides/talks/a.md')).toBe('[a](assets/b.png)');
  expect(write('[a](https://b.example/c)', 'slides/talks/a.md')).toBe('[a](https://b.example/c)');
  expect(write('[a](<b c.md>)')).toBe('[a](<b c.md>)');
});

test('values are their text, escaped', () => {
  const tokens = inlineOf('a {{ b }}');
  const value = tokens.find(({ type }) => type === 'value');
  const words = new Map(value ? [[value, '1*2']] : []);
  expect(writeInline(tokens, { words })).toBe('a 1\\*2');
  expect(toWords(tokens, NO_WORDS)).toBe('a {{ b }}');
});

test('raw HTML loses comments, scripts and what is not allowed', () => {
  expect(write('<b onclick="c()" id="d">e</b>')).toBe('<b id="d">e</b>');
  expect(writeRaw(tokensOf('<p>a</p>\n<p hidden>b</p>'), NO_WORDS)).toContain('<p>a</p>');
});

test('a heading is one line', () => {
  expect(writeHeading(inlineOf('a\\\nb'), NO_WORDS)).toBe('a b');
});
