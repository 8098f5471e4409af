import type { Random } from '../fuzz/random.ts';

/** Makes the next value of a column; null is missing. */
export type MakeValue = () => number | null;

const round = (value: number, digits: number): number => Number(value.toPrecision(digits));

/** The kinds of numbers that columns hold, each a function from choices to the numbers of one column. */
const FAMILIES: ((random: Random) => MakeValue)[] = [
  (random) => () => random.below(100),
  (random) => () => random.below(20_000),
  (random) => () => round(random.next() * 100, 4),
  // Close together, far from zero.
  (random) => {
    const base = random.pick([99.9, 1000, 123_456]);
    return () => round(base + random.next() * base * 1e-3, 7);
  },
  (random) => {
    const scale = 10 ** -(3 + random.below(9));
    return () => round(random.next() * scale, 3);
  },
  (random) => {
    const scale = 10 ** (6 + random.below(18));
    return () => round(random.next() * scale, 3);
  },
  (random) => () => random.below(200) - 100,
  (random) => () => -random.below(5000),
  (random) => {
    const value = random.pick([0, 7, -7, 0.25, 1e9]);
    return () => value;
  },
  // Of every size at once.
  (random) => () => round(10 ** (random.next() * 14 - 5), 3) * random.pick([1, 1, 1, -1]),
  (random) => () => random.pick([0, 0, 0, 1, 99.9996, -0.0003, 0.0004]),
  (random) => {
    let value = random.below(1000);
    return () => (value += random.below(50));
  },
];

/** The same for charts whose parts cannot be negative. */
const POSITIVE = [0, 1, 2, 3, 4, 5, 11];

/** Which numbers a kind of drawing takes. */
interface ValueNeeds {
  /** Whether none may be negative; defaults to false. */
  isPositive?: boolean;
  /** Whether none may be missing; defaults to false. */
  isWhole?: boolean;
}

/** Picks the numbers of one dataset; one in three datasets lacks some. */
export function pickValues(
  random: Random,
  { isPositive = false, isWhole = false }: ValueNeeds = {},
): MakeValue {
  const index = isPositive ? random.pick(POSITIVE) : random.below(FAMILIES.length);
  const make = FAMILIES[index]?.(random) ?? (() => 0);
  const share = !isWhole && random.chance(0.33) ? random.pick([0.05, 0.3, 0.8]) : 0;
  return () => (random.chance(share) ? null : make());
}
