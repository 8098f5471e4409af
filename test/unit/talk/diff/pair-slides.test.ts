import { expect, test } from 'vitest';
import { pairSlides } from '../../../../src/talk/diff/pair-slides.ts';
import type { Slide } from '../../../../src/talk/model/talk.ts';

/** A slide by its line in a file, its id and its title. */
const slide = (line: number, id: string, title = id) =>
  ({ id, title, layout: 'default', place: { file: 'a.md', line, column: 1, length: 1 } }) as Slide;
const pair = (before: Slide[], after: Slide[]) =>
  pairSlides(before, after).map(
    (each) => `${each.before}-${each.after}${each.isMoved ? ' moved' : ''}`,
  );

test('pairs slides by place, then by id, then by title', () => {
  expect(pair([slide(1, 'a')], [slide(1, 'b')])).toEqual(['0-0']);
  expect(pair([slide(1, 'a')], [slide(9, 'a', 'other')])).toEqual(['0-0']);
  expect(pair([slide(1, 'a', 'T')], [slide(9, 'b', 'T')])).toEqual(['0-0']);
  expect(pair([slide(1, 'a')], [slide(9, 'b')])).toEqual([]);
});

test('slides without a title have no title in common', () => {
  expect(pair([slide(1, 'a', '')], [slide(9, 'b', '')])).toEqual([]);
});

test('the fewest slides count as moved', () => {
  const slides = ['a', 'b', 'c', 'd'].map((id, at) => slide(at, id));
  const moved = [slides[3], slides[0], slides[1], slides[2]].flatMap((each) => each ?? []);
  expect(pair(slides, moved)).toEqual(['3-0 moved', '0-1', '1-2', '2-3']);
});

test('a slide has one partner', () => {
  expect(pair([slide(1, 'a')], [slide(1, 'a'), slide(5, 'a')])).toEqual(['0-0']);
});
