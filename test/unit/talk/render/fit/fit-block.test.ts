import { expect, test } from 'vitest';
import { createRuler } from '../../../../../src/talk/render/fit/fit-height.ts';
import { markHeads, measureBlock } from '../../../../../src/talk/render/fit/fit-block.ts';
import { elementsOf, parseTree } from '../../../../../src/talk/render/fit/fit-tree.ts';
import { elementOf, PLACE, rulerOf, USUAL } from './ruler.ts';

const measure = (html: string, place = PLACE, ruler = rulerOf()) =>
  measureBlock(elementOf(html), place, USUAL, ruler);

test('a block with a height has it, a flexible one the least of a picture', () => {
  expect(measure('<div style="height: 300px"></div>')).toBe(300);
  expect(measure('<rostrum-chart></rostrum-chart>')).toBe(180);
  expect(measure('<rostrum-other></rostrum-other>')).toBe(0);
});

test('items are as high as their block says', () => {
  const sizes = { size: 20, leading: 1.5, padding: 10, indent: 0 };
  const ruler = createRuler({ flexible: new Set(), items: new Map([['block-own', sizes]]) });
  const html = '<ul class="block-own"><div><li>a</li><li>b</li></div></ul>';
  expect(measure(html, PLACE, ruler)).toBeCloseTo(2 * (20 * 1.5 + 10));
});

test('a figure in a column is smaller than on a whole slide', () => {
  const html =
    '<rostrum-figure><div class="figure-words"><p style="--digits: 3">123</p><p class="figure-label">a</p></div></rostrum-figure>';
  expect(measure(html)).toBeGreaterThan(measure(html, { ...PLACE, width: 300 }));
});

test('a figure above a wall of names is smaller', () => {
  const figure =
    '<rostrum-figure><div class="figure-words"><p style="--digits: 3">123</p></div></rostrum-figure>';
  const heightOf = (body: string): number => {
    const [first] = elementsOf(markHeads(parseTree(body)));
    return first ? measureBlock(first, PLACE, USUAL, rulerOf()) : 0;
  };
  expect(heightOf(figure)).toBeGreaterThan(180);
  expect(heightOf(`${figure}<div class="block-names"></div>`)).toBe(105);
});

test('a wall of names has the size and the rows that it was made with', () => {
  const html =
    '<div class="block-names" style="--size: 20px; --leading: 1.5"><ul><li>a</li><li>b</li></ul><ul><li>c</li></ul></div>';
  expect(measure(html)).toBeCloseTo(60);
});
