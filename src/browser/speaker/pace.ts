import { printClock } from '../stage/clock.ts';

/** Whether a talk is where its plan says, in words and as a name for its colour. */
export interface Pace {
  state: 'on-time' | 'ahead' | 'behind';
  words: string;
}

/** Differences of fewer seconds are not worth a word. */
export const MIN_DELAY = 30;

/** Puts a delay in seconds into words; ahead is negative. */
export function describePace(delay: number): Pace {
  if (Math.abs(delay) < MIN_DELAY) return { state: 'on-time', words: 'On time' };
  const state = delay < 0 ? 'ahead' : 'behind';
  return { state, words: `${printClock(Math.abs(delay))} ${state}` };
}
