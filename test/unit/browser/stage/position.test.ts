import { expect, test } from 'vitest';
import {
  describePlace,
  findArrival,
  findMove,
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

test('keys lead from a position as they lead the deck, and nowhere at both ends', () => {
  const move = (id: string, step: number, name: string) =>
    findMove(SLIDES, { slide: id, step }, name);
  expect(move('points', 1, '\u2190')).toEqual({ slide: 'points', step: 0 });
  expect(move('part', -1, '\u2190')).toEqual({ slide: 'points', step: 1 });
  expect(move('cover', -1, '\u2190')).toBeNull();
  expect(move('cover', -1, '\u2192')).toEqual({ slide: 'points', step: -1 });
  expect(move('last', 0, '\u2192')).toBeNull();
  expect(move('cover', -1, 'End')).toEqual({ slide: 'last', step: -1 });
  expect(move('more', -1, 'Home')).toEqual({ slide: 'cover', step: -1 });
  expect(move('unknown', -1, '\u2190')).toBeNull();
  expect(findMove([], { slide: 'cover', step: -1 }, 'End')).toBeNull();
  expect(findMove(SLIDES, null, 'Home')).toBeNull();
});

test('a slide that lies behind is shown with all of its steps', () => {
  const from = { slide: 'part', step: -1 };
  expect(findArrival(SLIDES, from, 'points')).toEqual({ slide: 'points', step: 1 });
  expect(findArrival(SLIDES, from, 'last')).toEqual({ slide: 'last', step: -1 });
  expect(findArrival(SLIDES, from, 'unknown')).toBeNull();
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
