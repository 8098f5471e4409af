import { expect, test } from 'vitest';
import { parseTree } from '../../../../../src/talk/render/fit/fit-tree.ts';
import { elementOf, PLACE, rulerOf, USUAL } from './ruler.ts';

const heightOf = (html: string, place = PLACE) => rulerOf().heightOf(elementOf(html), place, USUAL);

test('a paragraph has its lines, and a narrower one more of them', () => {
  const words = 'word '.repeat(60);
  expect(heightOf('<p>a</p>')).toBeCloseTo(28 * 1.42);
  expect(heightOf(`<p>${words}</p>`, { ...PLACE, width: 500 })).toBeGreaterThan(
    heightOf(`<p>${words}</p>`),
  );
});

test('what is invisible or placed elsewhere takes no room', () => {
  expect(heightOf('<style>a</style>')).toBe(0);
  expect(heightOf('<div style="position: absolute">a</div>')).toBe(0);
});

test('stacks elements with gaps between them', () => {
  const nodes = (html: string) => parseTree(html).children;
  const stack = (html: string) => rulerOf().stack(nodes(html), PLACE, { gap: 24, level: USUAL });
  expect(stack('<p>a</p><p>b</p>')).toBeCloseTo(2 * stack('<p>a</p>') + 24);
  expect(stack('')).toBe(0);
});

test('remembers sizes at which words of a table would be broken', () => {
  const ruler = rulerOf();
  const cells = `<td>${'x'.repeat(60)}</td>`.repeat(4);
  ruler.heightOf(elementOf(`<table><tbody><tr>${cells}</tr></tbody></table>`), PLACE, USUAL);
  expect(ruler.cuts.get(USUAL)).toEqual(new Set([0, 1, 2, 3]));
});
