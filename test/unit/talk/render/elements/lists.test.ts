import { expect, test } from 'vitest';
import { bodyOf, compileSlide } from '../../../../support/slide.ts';

const START = /<ol[^>]*>/g;

function startsOf(markdown: string): string[] {
  return [...bodyOf(markdown).matchAll(START)].map(([tag]) => tag);
}

test('a numbered list begins with the number that is written', () => {
  expect(startsOf('# A\n\n8. eight\n9. nine\n')).toEqual(['<ol start="8">']);
  expect(startsOf('# A\n\n1. one\n2. two\n')).toEqual(['<ol>']);
  expect(startsOf('# A\n\n0. zero\n')).toEqual(['<ol start="0">']);
});

test('a list goes on after a pause, a paragraph or code', () => {
  expect(startsOf('# A\n\n1. one\n\n<!-- pause -->\n\n2. two\n')).toEqual([
    '<ol>',
    '<ol start="2">',
  ]);
  expect(startsOf('# A\n\n1. one\n\nWords.\n\n2. two\n')).toEqual(['<ol>', '<ol start="2">']);
  expect(startsOf('# A\n\n1. one\n\n```c\nint a;\n```\n\n2. two\n')).toEqual([
    '<ol>',
    '<ol start="2">',
  ]);
});

test('numbers of several digits have a wider gutter', () => {
  expect(startsOf('# A\n\n9. nine\n10. ten\n')).toEqual(['<ol start="9" class="digits-2">']);
  expect(startsOf('# A\n\n99. a\n100. b\n')).toEqual(['<ol start="99" class="digits-3">']);
  expect(startsOf('# A\n\n123456. a\n')).toEqual(['<ol start="123456" class="digits-4">']);
});

test('attributes of a comment join those of a numbered list', () => {
  expect(startsOf('# A\n\n10. ten\n\n<!-- .element: class="wide" -->\n')).toEqual([
    '<ol start="10" class="digits-2 wide">',
  ]);
});

test('a table keeps its alignment in the slide and in its text', () => {
  const { html, text } = compileSlide(
    '# A\n\n| a | b | c | d |\n| :-- | :-: | --: | --- |\n| 1 | 2 | 3 | 4 |\n',
  );
  expect(html).toContain('<td class="align-left">1</td><td class="align-center">2</td>');
  expect(html).toContain('<td class="align-right">3</td><td>4</td>');
  expect(text).toContain('| :--- | :---: | ---: | --- |');
});
