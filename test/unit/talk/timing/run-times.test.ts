import { expect, test } from 'vitest';
import { findMedian, timeRun } from '../../../../src/talk/timing/run-times.ts';
import { makeRun } from '../../../support/rehearsal.ts';

test('each visit of a slide counts, and its steps apart', () => {
  const { slides, steps, cutOff } = timeRun(
    makeRun('0 one, 10 two, 15 two/1, 40 one, 45 three', 60),
  );
  expect([...slides]).toEqual([
    ['one', 15],
    ['two', 30],
    ['three', 15],
  ]);
  expect([...(steps.get('two') ?? [])]).toEqual([
    [0, 5],
    [1, 25],
  ]);
  expect(cutOff).toBeNull();
});

test('the slide on which a run ended early has no time', () => {
  const { slides, cutOff } = timeRun(
    makeRun('0 one, 10 two, 20 three, 25 two, 26 two/1', 30, { isWhole: false }),
  );
  expect([...slides]).toEqual([
    ['one', 10],
    ['three', 5],
  ]);
  expect(cutOff).toBe('two');
  expect(timeRun(makeRun('0 one', 9, { moves: [], isWhole: false })).cutOff).toBeNull();
});

test('the median of an even number is between the two in the middle', () => {
  expect([[3, 1, 2], [10, 2, 4, 1], [7], []].map(findMedian)).toEqual([2, 3, 7, null]);
});
