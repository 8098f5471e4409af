/** A seeded source of choices. */
export interface Random {
  /** A number from 0 to 1. */
  next(): number;
  /** Whole number from 0 to one less than `count`. */
  below(count: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Up to `most` results of `make`. */
  many<Item>(most: number, make: () => Item): Item[];
}

/** Makes a source of choices that is the same for the same seed. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (items) => items[below(items.length)] as (typeof items)[number],
    many: (most, make) => Array.from({ length: below(most + 1) }, make),
  };
}
