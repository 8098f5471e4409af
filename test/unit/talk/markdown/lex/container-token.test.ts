import { expect, test } from 'vitest';
import { parseLibrary, parseSlide, printSpan, problemsOf, tokensOf, typesOf } from '../parse.ts';

test('nests columns', () => {
  const text = '::: columns\n::: column\na\n:::\n::: column\n- b\n:::\n:::\n\nafter';
  const slide = parseSlide(text);
  expect(typesOf(slide)).toEqual(['container', 'paragraph']);
  expect(tokensOf(slide, 'container').map(({ name }) => name)).toEqual([
    'columns',
    'column',
    'column',
  ]);
  expect(tokensOf(slide, 'container').map(({ span }) => printSpan(span))).toEqual([
    '1:1+11',
    '2:1+10',
    '5:1+10',
  ]);
});

test('reads what stands after the name of a container', () => {
  expect(parseSlide('::: browser https://x.org/a b \ntext\n:::').tokens[0]).toMatchObject({
    name: 'browser',
    argument: 'https://x.org/a b',
  });
  expect(parseSlide(':::terminal\n:::').tokens[0]).toMatchObject({
    name: 'terminal',
    argument: '',
  });
});

test('ends a paragraph at a container, with or without a blank line between', () => {
  expect(typesOf(parseSlide('text\n::: terminal\na\n:::\nmore'))).toEqual([
    'paragraph',
    'container',
    'paragraph',
  ]);
});

test('does not look for the end of a container in code', () => {
  const slide = parseSlide('::: terminal\n```\n:::\n```\n:::\nafter');
  expect(typesOf(slide)).toEqual(['container', 'paragraph']);
  expect(tokensOf(slide, 'codeblock')[0]?.text).toBe(':::');
});

test('reports an unknown container and keeps what stands in it', () => {
  const text = '::: colums\ntext\n:::';
  expect(problemsOf(text)).toEqual(['1:1+10 unknown-container']);
  expect(parseLibrary(text).problems[0]?.hint).toContain('Did you mean "columns"?');
  expect(typesOf(parseSlide(text))).toEqual(['paragraph']);
});

test('ends a container left unclosed at the next slide', () => {
  const text = '::: browser\na\n\n---\n\n# B\n\n::: terminal\nb\n:::\n\n---\n\n# C';
  expect(parseLibrary(text).slides.map(typesOf)).toEqual([
    ['container'],
    ['heading', 'container'],
    ['heading'],
  ]);
  expect(problemsOf(text)).toEqual(['1:1+11 unclosed-container']);
});

test('ends a column left unclosed where the next begins', () => {
  const text = '::: columns\n::: column\na\n::: column\nb\n:::\n:::\n\nafter';
  expect(typesOf(parseSlide(text))).toEqual(['container', 'paragraph']);
  expect(problemsOf(text)).toEqual(['2:1+10 unclosed-container']);
});

test('reports the end of a container that is not open', () => {
  expect(problemsOf('text\n\n:::\n\nmore')).toEqual(['3:1+3 stray-container-end']);
  expect(typesOf(parseSlide('text\n\n:::\n\nmore'))).toEqual(['paragraph', 'paragraph']);
});

test('finds where the areas of a layout begin', () => {
  expect(typesOf(parseSlide('left\n::right::\nright'))).toEqual(['paragraph', 'slot', 'paragraph']);
  expect(typesOf(parseSlide('a ::right:: b'))).toEqual(['paragraph']);
});
