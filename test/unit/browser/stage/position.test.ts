import { expect, test } from 'vitest';
import {
  describePlace,
  findNext,
  type OutlineSlide,
} from '../../../../src/browser/stage/position.ts';

function slide(id: string, more: Partial<OutlineSlide> = {}): OutlineSlide {
  const facts = { number: 1, title: id, text: id, steps: 0, time: null, words: 1 };
  return { id, ...facts, isSection: false, isCounted: true, ...more };
}

const SLIDES = [
  slide('cover'),
  slide('points', { steps: 2 }),
  slide('part', { isSection: true }),
  slide('last', { steps: 1 }),
  slide('backup', { isCounted: false }),
  slide('more', { isCounted: false }),
];

const next = (id: string, step: number) => findNext(SLIDES, { slide: id, step });

test('what comes next is a step of the same slide, then the next slide without its steps', () => {
  expect(next('cover', -1)).toEqual({ slide: 'points', step: -1 });
  expect(next('points', -1)).toEqual({ slide: 'points', step: 0 });
  expect(next('points', 0)).toEqual({ slide: 'points', step: 1 });
  expect(next('points', 1)).toEqual({ slide: 'part', step: -1 });
});

test('nothing comes after the last step of the talk, nor after the last backup slide', () => {
  expect(next('last', -1)).toEqual({ slide: 'last', step: 0 });
  expect(next('last', 0)).toBeNull();
  expect(next('backup', -1)).toEqual({ slide: 'more', step: -1 });
  expect(next('more', -1)).toBeNull();
  expect(next('unknown', -1)).toBeNull();
});

test('a place is a number in the talk and one in its section; backup slides have none', () => {
  const common = { total: 4 };
  expect(describePlace(SLIDES, 'points')).toEqual({
    ...common,
    number: 2,
    section: null,
    numberInSection: 2,
    totalInSection: 2,
  });
  expect(describePlace(SLIDES, 'last')).toEqual({
    ...common,
    number: 4,
    section: 'part',
    numberInSection: 2,
    totalInSection: 2,
  });
  expect(describePlace(SLIDES, 'backup')).toMatchObject({ number: 0, numberInSection: 0 });
});
