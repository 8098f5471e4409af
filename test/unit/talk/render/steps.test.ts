import { expect, test } from 'vitest';
import { bodyOf, compileSlide } from '../../../support/slide.ts';

const indexes = (html: string) =>
  [...html.matchAll(/data-fragment-index="(\d+)"/g)].map((match) => Number(match[1]));
const stepsOf = (markdown: string) => compileSlide(markdown).steps;

test('an incremental slide shows the items of its lists one by one, inner ones with their item', () => {
  const slide = compileSlide('---\nincremental: true\n---\n\n- a\n  - inner\n- b\n');
  expect(slide.steps).toBe(2);
  expect(indexes(slide.html)).toEqual([0, 1]);
});

test('everything after a pause is one step, up to the next pause', () => {
  const body = bodyOf('One\n\n<!-- pause -->\n\nTwo\n\nThree\n\n<!-- pause -->\n\nFour\n');
  expect(body).toBe(
    '<p>One</p>\n<div class="fragment" data-fragment-index="0"><p>Two</p>\n<p>Three</p>\n</div>' +
      '<div class="fragment" data-fragment-index="1"><p>Four</p>\n</div>',
  );
});

test('a pause at the very end, or two in a row, make no empty step', () => {
  expect(stepsOf('One\n\n<!-- pause -->\n')).toBe(0);
  expect(stepsOf('One\n\n<!-- pause -->\n\n<!-- pause -->\n\nTwo\n')).toBe(1);
});

test('after a pause inside a list the items that follow appear together, with what follows the list', () => {
  const body = bodyOf('- a\n- b <!-- pause -->\n- c\n- d\n\nEnd\n');
  expect(body).toContain('<li class="fragment" data-fragment-index="0">c</li>');
  expect(body).toContain('<li class="fragment" data-fragment-index="0">d</li>');
  expect(body).toContain('<div class="fragment" data-fragment-index="0"><p>End</p>');
});

test('a pause within a paragraph hides the rest of it and what follows', () => {
  expect(bodyOf('One <!-- pause --> two **three**\n\nFour\n')).toBe(
    '<p>One <span class="fragment" data-fragment-index="0"> two <strong>three</strong></span></p>\n' +
      '<div class="fragment" data-fragment-index="0"><p>Four</p>\n</div>',
  );
});

test('a list of its own after a pause begins with it, so that no step shows nothing', () => {
  const slide = compileSlide('---\nincremental: true\n---\n\nOne\n\n<!-- pause -->\n\n- a\n- b\n');
  expect(slide.steps).toBe(2);
});

test('an element that is a step of its own right after a pause appears with it', () => {
  const slide = compileSlide('One\n\n<!-- pause -->\n\nTwo <!-- .element: class="fragment" -->\n');
  expect(slide.steps).toBe(1);
});

test('a pause in a column ends with the column', () => {
  const body = bodyOf(
    '::: columns\n::: column\nA\n\n<!-- pause -->\n\nB\n:::\n::: column\nC\n:::\n:::\n',
  );
  expect(body).toContain('<div class="column"><p>C</p>');
});

test('an element comment makes a step of the list item, paragraph or block before it', () => {
  expect(bodyOf('- a **b** <!-- .element: class="fragment" -->\n')).toContain(
    '<li class="fragment" data-fragment-index="0">a <strong>b</strong>',
  );
  expect(bodyOf('Text <!-- .element: class="fragment fade-up" -->\n')).toContain(
    '<p class="fragment fade-up" data-fragment-index="0">Text',
  );
  expect(bodyOf('- a\n- b\n\n<!-- .element: class="fragment" -->\n')).toContain(
    '<ul class="fragment" data-fragment-index="0">',
  );
});

test('an element comment right after a word in bold belongs to it', () => {
  expect(bodyOf('A **b**<!-- .element: class="fragment" --> c\n')).toBe(
    '<p>A <strong class="fragment" data-fragment-index="0">b</strong> c</p>',
  );
});

test('indexes of the author come first, as reveal.js has it, the rest follows in order', () => {
  const slide = compileSlide(
    [
      'One <!-- .element: class="fragment" -->',
      'Two <!-- .element: class="fragment" data-fragment-index="7" -->',
      'Three <!-- .element: class="fragment" data-fragment-index="2" -->',
    ].join('\n\n'),
  );
  expect(slide.steps).toBe(3);
  expect(indexes(slide.html)).toEqual([2, 1, 0]);
});

test('code, pauses and items are counted together in the order of the slide', () => {
  const slide = compileSlide(
    'A\n\n```rust {1|2|all}\na\nb\n```\n\n<!-- pause -->\n\nB <b class="fragment">raw</b>\n',
  );
  expect(slide.steps).toBe(4);
  expect(indexes(slide.html)).toEqual([0, 1, 2, 3]);
});

test('"steps: off" beside src takes all steps away and shows everything', () => {
  const texts = {
    'slides/library/a.md':
      '---\nid: a\nincremental: true\n---\n\n# A\n\n- one\n- two\n\n<!-- pause -->\n\nMore\n\n```rust {1|2}\na\nb\n```\n',
  };
  const slide = compileSlide('---\nsrc: ../library/a.md\nsteps: off\n---\n', texts);
  expect(slide.steps).toBe(0);
  expect(slide.html).not.toContain('fragment');
});
