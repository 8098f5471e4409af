import { expect, test } from 'vitest';
import {
  moveClock,
  NEW_CLOCK,
  parseClock,
  pauseClock,
  printClock,
  readElapsed,
  reviveClock,
} from '../../../../src/browser/stage/clock.ts';

const MINUTE = 60_000;
const started = moveClock(NEW_CLOCK, 'two', 1000);

test('a clock starts at the first move, and later moves only note when a slide was first shown', () => {
  expect(readElapsed(NEW_CLOCK, 9 * MINUTE)).toBe(0);
  expect(readElapsed(started, 1000 + MINUTE)).toBe(MINUTE);
  const later = moveClock(moveClock(started, 'three', 1000 + MINUTE), 'two', 1000 + 2 * MINUTE);
  expect(later).toMatchObject({ startedAt: 1000, reached: { two: 0, three: MINUTE } });
});

test('a pause stops the clock, and the time goes on where it stood', () => {
  const paused = pauseClock(started, 'two', 1000 + MINUTE);
  expect(readElapsed(paused, 1000 + 5 * MINUTE)).toBe(MINUTE);
  const again = pauseClock(paused, 'two', 1000 + 5 * MINUTE);
  expect(readElapsed(again, 1000 + 6 * MINUTE)).toBe(2 * MINUTE);
  expect(pauseClock(NEW_CLOCK, 'one', 5)).toMatchObject({ startedAt: 5, reached: { one: 0 } });
});

test('a stored clock goes on, unless it is of an earlier talk or is none', () => {
  const stored: unknown = JSON.parse(JSON.stringify(started));
  expect(reviveClock(stored, 1000 + 90 * MINUTE)).toEqual(started);
  expect(reviveClock(stored, 1000 + 200 * MINUTE)).toEqual(NEW_CLOCK);
  for (const wrong of [
    null,
    'x',
    {},
    { ...started, startedAt: 'x' },
    { ...started, reached: null },
  ])
    expect(parseClock(wrong)).toBeNull();
});

test('clocks show minutes and seconds, and hours where there are some', () => {
  expect([0, 5.9, 725, 3725, -65].map(printClock)).toEqual([
    '0:00',
    '0:05',
    '12:05',
    '1:02:05',
    '\u22121:05',
  ]);
});
