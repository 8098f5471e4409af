import { expect, test } from 'vitest';
import { measureList } from '../../../../../src/talk/render/fit/fit-list.ts';
import { elementOf, PLACE, rulerOf, USUAL } from './ruler.ts';

const measure = (html: string, place = PLACE) =>
  measureList(elementOf(html), place, USUAL, rulerOf());

test('a list has its items and the gaps between them', () => {
  const one = measure('<ul><li>a</li></ul>');
  expect(one).toBeCloseTo(28 * 1.42);
  expect(measure('<ul><li>a</li><li>b</li><li>c</li></ul>')).toBeCloseTo(
    3 * one + 2 * USUAL.listGap,
  );
  expect(measure('<ul></ul>')).toBe(0);
});

test('an inner list is smaller and below the words of its item', () => {
  const inner = measure('<ul><li>a<ul><li>b</li></ul></li></ul>');
  const flat = measure('<ul><li>a</li><li>b</li></ul>');
  expect(inner).toBeLessThan(flat);
  expect(inner).toBeGreaterThan(measure('<ul><li>a</li></ul>'));
});

test('long numbers leave less room for words', () => {
  const items = (count: number) => `<ol>${`<li>${'w '.repeat(38)}</li>`.repeat(count)}</ol>`;
  const narrow = { ...PLACE, width: 700 };
  expect(measure(items(1000), narrow) / 1000).toBeGreaterThanOrEqual(measure(items(9), narrow) / 9);
});
