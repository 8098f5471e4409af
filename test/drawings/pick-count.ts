import type { Random } from '../fuzz/random.ts';

/** Picks a count from 1 to `most`; small ones are as frequent as large ones. */
export function pickCount(random: Random, most: number): number {
  return Math.min(most, Math.floor(Math.exp(random.next() * Math.log(most + 1))));
}
