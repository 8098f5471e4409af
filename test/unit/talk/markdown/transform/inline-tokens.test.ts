import { expect, test } from 'vitest';
import {
  transformComment,
  transformInline,
} from '../../../../../src/talk/markdown/transform/inline-tokens.ts';
import type { TransformContext } from '../../../../../src/talk/markdown/transform/transform-context.ts';
import { listNested } from '../../../../../src/talk/model/nested-tokens.ts';
import { lexPlaced, printProblem } from '../parse.ts';

const createContext = (): TransformContext => ({ blockNames: [], problems: [], comments: [] });

function transform(text: string) {
  const context = createContext();
  const [paragraph] = lexPlaced(text);
  const tokens = transformInline([...(paragraph ? listNested(paragraph) : [])], context);
  return {
    tokens,
    types: tokens.map(({ type }) => type),
    problems: context.problems.map(printProblem),
  };
}

test('braces and comments that never close are text, and are reported', () => {
  expect(transform('a {{ b')).toMatchObject({
    types: ['text', 'text', 'text'],
    problems: ['1:3+2 unclosed-value'],
  });
  expect(transform('a <!-- b').problems).toEqual(['1:3+4 unclosed-comment']);
});

test('decodes the addresses and titles of links and pictures', () => {
  const { tokens } = transform('[a](b&amp;c "d&quot;e") ![f](g&amp;h)');
  expect(tokens[0]).toMatchObject({ type: 'link', href: 'b&c', title: 'd"e' });
  expect(tokens[2]).toMatchObject({ type: 'image', href: 'g&h' });
});

test('transforms what is in emphasis and links', () => {
  const { tokens } = transform('**a <!-- pause -->**');
  expect(tokens.flatMap(listNested).map(({ type }) => type)).toEqual(['text', 'pause']);
});

test('each comment is what it means', () => {
  const span = { file: 'a.md', line: 1, column: 1, length: 5 };
  const context = createContext();
  const read = (raw: string) => transformComment({ type: 'comment', raw, span }, context);
  expect(read('<!-- pause -->')).toEqual([{ type: 'pause', raw: '<!-- pause -->', span }]);
  expect(read('<!-- .element: id="a" -->')).toMatchObject([{ attributes: { id: 'a' } }]);
  expect(read('<!-- // remark -->')).toEqual([]);
  expect(read('<!-- words -->')).toEqual([]);
  expect(read('<!-- .elemnt: id="a" -->')).toEqual([]);
  expect(context.comments).toEqual([{ text: ' words ', span }]);
  expect(context.problems.map(({ code }) => code)).toEqual(['unknown-comment']);
});
