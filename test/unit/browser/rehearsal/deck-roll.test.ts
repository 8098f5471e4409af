import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDeckRoll } from '../../../../src/browser/rehearsal/deck-roll.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('moves in quick succession share one question about a deck that is closed', async () => {
  const asked: string[] = [];
  const roll = openDeckRoll((message) => asked.push(`${message.type} ${message.deck}`));
  const answers = [roll.isOpen('first')];
  for (let move = 0; move < 3; move += 1) {
    vi.advanceTimersByTime(900);
    answers.push(roll.isOpen('first'));
  }
  vi.advanceTimersByTime(300);
  expect(await Promise.all(answers)).toEqual([false, false, false, false]);
  expect(asked).toEqual(['claim first']);
});

test('a deck that answered is asked again, and its first question cannot answer the second', async () => {
  const roll = openDeckRoll(() => {});
  const first = roll.isOpen('first');
  vi.advanceTimersByTime(2900);
  roll.note('first');
  expect(await first).toBe(true);
  const second = roll.isOpen('first');
  vi.advanceTimersByTime(2900);
  roll.note('first');
  expect(await second).toBe(true);
});
