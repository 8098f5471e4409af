import { expect, test } from 'vitest';
import { fitDisplay } from '../../../../../src/talk/render/fit/fit-display.ts';
import { parseTree } from '../../../../../src/talk/render/fit/fit-tree.ts';
import { cutWords } from '../../../../../src/talk/render/fit/fit-words.ts';
import type { Layout } from '../../../../../src/talk/model/talk.ts';
import { rulerOf } from './ruler.ts';

const fit = (layout: Layout, title: string, body = '', foot = 0, side = 0) =>
  fitDisplay({
    height: 720,
    layout,
    side,
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

test('a picture at the edge and a row of marks leave a cover less room', () => {
  const title = 'Scheduling without locks, and what it costs on machines of every size';
  const sizeOf = (body: string, side: number): number =>
    Number(fit('cover', title, body, 0, side) || 100);
  const words = '<p>Ada Holm</p><p>Somewhere</p>';
  const marks = `${words}<p class="pictures"><img src="a"><img src="b"></p>`;
  const bleed = `${words}<p class="bleed"><img src="a"></p>`;
  expect(sizeOf(bleed, 576)).toBeLessThan(sizeOf(bleed, 0));
  expect(sizeOf(bleed, 0)).toBe(sizeOf(words, 0));
  expect(sizeOf(marks.repeat(2), 0)).toBeLessThan(sizeOf(words.repeat(2), 0));
});

test('marks of a size of their own are counted as high as they are shown', () => {
  const title = 'Scheduling without locks, and what it costs on machines of every size';
  const sizeOf = (style: string): number =>
    Number(fit('cover', title, `<p>Ada Holm</p><p><img src="a"${style}></p>`) || 100);
  expect(sizeOf(' style="height:180px"')).toBeLessThan(sizeOf(''));
  expect(sizeOf(' style="height:600px"')).toBe(sizeOf(' style="height:240px"'));
  expect(sizeOf(' style="height:60px"')).toBeGreaterThanOrEqual(sizeOf(''));
});
