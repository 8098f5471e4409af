import { expect, test } from 'vitest';
import {
  computeDelay,
  countWords,
  planSections,
  planTime,
  type TimedSlide,
} from '../../../../src/talk/model/time-plan.ts';

function slide(id: string, more: Partial<TimedSlide> = {}): TimedSlide {
  return { id, time: null, words: 40, isSection: false, isCounted: true, ...more };
}

const TALK = [
  slide('cover', { words: 3 }),
  slide('long', { words: 60 }),
  slide('part', { isSection: true, words: 1 }),
  slide('demo', { time: 120 }),
  slide('reserve', { isCounted: false, words: 500 }),
];

test('slides without a time share what the others leave, by their words, but for at least twenty', () => {
  expect(planTime(TALK, 220)).toEqual({
    slides: [
      { id: 'cover', start: 0, seconds: 20 },
      { id: 'long', start: 20, seconds: 60 },
      { id: 'part', start: 80, seconds: 20 },
      { id: 'demo', start: 100, seconds: 120 },
    ],
    seconds: 220,
  });
});

test('sections get the sum of their slides, and backup slides none', () => {
  const plan = planTime(TALK, 220);
  expect(plan && planSections(TALK, plan)).toEqual([
    { id: null, slides: ['cover', 'long'], start: 0, seconds: 80 },
    { id: 'part', slides: ['part', 'demo'], start: 80, seconds: 140 },
  ]);
});

test('times that are more than the talk stay as the author wrote them', () => {
  const plan = planTime([slide('a', { time: 400 }), slide('b')], 300);
  expect(plan?.seconds).toBe(400);
  expect(plan?.slides[1]).toEqual({ id: 'b', start: 400, seconds: 0 });
});

test('without a duration there is a plan only where each slide has a time', () => {
  expect(planTime(TALK, null)).toBeNull();
  expect(planTime([], 300)).toBeNull();
  expect(planTime([slide('a', { time: 30 }), slide('b', { time: 60 })], null)?.seconds).toBe(90);
});

test('a talk is on time while the slide that is shown is due, and else ahead or behind', () => {
  const plan = planTime(TALK, 220);
  if (!plan) throw new Error('There is no plan.');
  const at = (elapsed: number) => computeDelay(plan, 'long', elapsed);
  expect([5, 20, 50, 80, 95].map(at)).toEqual([-15, 0, 0, 0, 15]);
  expect(computeDelay(plan, 'reserve', 5)).toBeNull();
});

test('words are counted between spaces', () => {
  expect(countWords('  one two\n three ')).toBe(3);
  expect(countWords(' ')).toBe(0);
});
