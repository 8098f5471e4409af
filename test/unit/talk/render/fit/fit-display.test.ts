import { expect, test } from 'vitest';
import { fitDisplay } from '../../../../../src/talk/render/fit/fit-display.ts';
import { parseTree } from '../../../../../src/talk/render/fit/fit-tree.ts';
import { cutWords } from '../../../../../src/talk/render/fit/fit-words.ts';
import type { Layout } from '../../../../../src/talk/model/talk.ts';
import { rulerOf } from './ruler.ts';

const fit = (layout: Layout, title: string, body = '', foot = 0) =>
  fitDisplay({
    height: 720,
    layout,
    title: cutWords([title]),
    body: parseTree(body),
    foot,
    ruler: rulerOf(),
  });

test('a few words have their full size, more words a smaller one', () => {
  expect(fit('statement', 'A few words')).toBe('');
  const sizes = [10, 30, 60].map((count) => Number(fit('statement', 'word '.repeat(count)) || 100));
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  expect(sizes.at(-1)).toBeLessThan(100);
});

test('text without end has the smallest size', () => {
  expect(fit('section', 'word '.repeat(2000))).toBe('25');
});

test('a foot leaves less room', () => {
  const body = '<p>word </p>'.repeat(8);
  const free = Number(fit('center', 'A', body) || 100);
  expect(Number(fit('center', 'A', body, 200) || 100)).toBeLessThanOrEqual(free);
});

test('other layouts have no display text', () => {
  expect(fit('default', 'A')).toBeUndefined();
});
