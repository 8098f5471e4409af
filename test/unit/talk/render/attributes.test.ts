import { expect, test } from 'vitest';
import { listNested } from '../../../../src/talk/model/nested-tokens.ts';
import {
  attributesAfter,
  mergeAttributes,
  sortAttributes,
  withAttributes,
  withStep,
} from '../../../../src/talk/render/attributes.ts';
import { codesIn, slideContext, tokensOf } from './context.ts';

/** Sorts the comments of the first paragraph: those of elements, and those of the whole. */
function sort(text: string) {
  const [paragraph] = tokensOf(text);
  const { own, of } = sortAttributes(paragraph ? listNested(paragraph) : []);
  const targets = [...of].map(([{ type }, comments]) => `${type} ${comments.length}`);
  return { targets, own: own.length };
}

test('a comment belongs to the element right before it, else to the whole text', () => {
  const comment = '<!-- .element: id="b" -->';
  expect(sort(`**a**${comment}`)).toEqual({ targets: ['strong 1'], own: 0 });
  expect(sort(`**a** ${comment}`)).toEqual({ targets: [], own: 1 });
  expect(sort(`![a](b.png) ${comment}${comment}`)).toEqual({ targets: ['image 2'], own: 0 });
  expect(sort(`a ${comment}`)).toEqual({ targets: [], own: 1 });
});

test('a block has the comments below it, up to the next block', () => {
  const tokens = tokensOf('- a\n\n<!-- .element: id="b" -->\n\n<!-- .element: class="c" -->\n\nd');
  const after = attributesAfter(tokens, 0).map(({ attributes }) => attributes);
  expect(after).toEqual([{ id: 'b' }, { class: 'c' }]);
  expect(attributesAfter(tokens, tokens.length - 1)).toEqual([]);
});

test('merges attributes into the first tag: classes are joined, others replaced', () => {
  const added = [
    { name: 'class', value: 'b' },
    { name: 'id', value: 'd' },
  ];
  expect(mergeAttributes('<p class="a" id="c">x</p>', added)).toBe('<p class="a b" id="d">x</p>');
  expect(mergeAttributes('words', added)).toBe('words');
  expect(mergeAttributes('<p>', [])).toBe('<p>');
});

test('numbers a step, and takes it away where the slide has none', () => {
  const step = [{ name: 'class', value: 'fragment red' }];
  expect(withStep(step, slideContext())).toContainEqual({
    name: 'data-fragment-index',
    value: 'step:0',
  });
  expect(withStep(step, slideContext({}, { hasSteps: false }))).toEqual([
    { name: 'class', value: 'red' },
  ]);
  const own = [...step, { name: 'data-fragment-index', value: '3' }];
  const context = slideContext();
  withStep(own, context);
  expect(context.steps.claims).toEqual([3]);
});

test('an attribute that is not allowed is reported and left out', () => {
  const context = slideContext();
  const span = { file: 'a.md', line: 1, column: 1, length: 1 };
  const attributes = { id: 'b', onclick: 'c()' };
  const comment = { type: 'attributes' as const, raw: '', attributes, span };
  expect(withAttributes([comment], context, () => '<p>a</p>')).toBe('<p id="b">a</p>');
  expect(codesIn(context)).toEqual(['inline-handler']);
});
