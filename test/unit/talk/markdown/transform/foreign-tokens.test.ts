import { expect, test } from 'vitest';
import {
  replaceForeignTags,
  replaceShortcode,
} from '../../../../../src/talk/markdown/transform/foreign-tokens.ts';
import type { Problem } from '../../../../../src/talk/model/problem.ts';
import type { HtmlToken } from '../../../../../src/talk/model/token.ts';
import { parseSlide, printProblem, problemsOf, tokensOf } from '../parse.ts';

const SPAN = { file: 'a.md', line: 1, column: 1, length: 9 };

/** Replaces the tags of other programs in raw HTML. */
function replaceTags(raw: string) {
  const problems: Problem[] = [];
  const token: HtmlToken = { type: 'html', raw, text: raw, block: true, span: SPAN };
  const [left] = replaceForeignTags(token, problems);
  return { left: left?.raw ?? null, problems: problems.map(printProblem), isSame: left === token };
}

test('takes the elements of Vue off and keeps what is in them', () => {
  expect(replaceTags('<v-click><b>a</b></v-click>')).toMatchObject({
    left: '<b>a</b>',
    problems: ['1:1+8 foreign-syntax'],
  });
  expect(replaceTags('<p>\n<Tweet id="1" /></p>')).toMatchObject({
    left: '<p>\n</p>',
    problems: ['2:1+6 foreign-syntax'],
  });
  expect(replaceTags('<v-clicks>').left).toBeNull();
});

test('blanks attributes of Vue, so that other places stay', () => {
  expect(replaceTags('<p v-if="a" id="b">')).toMatchObject({
    left: '<p          id="b">',
    problems: ['1:1+2 foreign-syntax'],
  });
});

test('HTML stays the same object', () => {
  expect(replaceTags('<div><p>a</p></div>')).toMatchObject({ isSame: true, problems: [] });
  expect(replaceTags('a < b <')).toMatchObject({ isSame: true });
});

test('a shortcode is text and is reported once', () => {
  const problems: Problem[] = [];
  const raw = '{{< figure >}}';
  const token = { type: 'value' as const, raw, expression: '< figure >', span: SPAN };
  expect(replaceShortcode(token, problems)).toMatchObject([{ type: 'text', text: raw }]);
  replaceShortcode(token, problems);
  expect(problems.map(({ code }) => code)).toEqual(['foreign-syntax']);
  expect(replaceShortcode({ ...token, raw: '{{ a }}' }, problems)).toBeNull();
});

test('a picture’s directives are reported, and the rest is its text', () => {
  const slide = parseSlide('![w:300px a map](b.png)');
  expect(tokensOf(slide, 'image')[0]).toMatchObject({ text: 'a map', isForeign: true });
  expect(problemsOf('![w:300px a map](b.png)')).toEqual(['1:1+23 foreign-syntax']);
  expect(problemsOf('![a map](b.png)')).toEqual([]);
});

test('attributes in braces leave nothing, other constructs their text', () => {
  expect(tokensOf(parseSlide('`a`{.b}'), 'text')).toEqual([]);
  expect(tokensOf(parseSlide('a ==b== c'), 'text').map(({ text }) => text)).toEqual([
    'a ',
    '==b==',
    ' c',
  ]);
});

test('of the same mark each is reported', () => {
  expect(problemsOf('x^2^ x^2^')).toHaveLength(2);
});
