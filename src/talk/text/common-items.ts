/** An item that two lists have once each, by its places. */
export interface Anchor {
  before: number;
  after: number;
}

/** Finds the longest list of items that occur once in each of two lists and have the same order in both. */
export function findAnchors<Item>(before: readonly Item[], after: readonly Item[]): Anchor[] {
  const places = findSingles(after);
  const pairs = [...findSingles(before)].flatMap(([item, at]): Anchor[] => {
    const place = places.get(item);
    return place === undefined ? [] : [{ before: at, after: place }];
  });
  return pickRising(pairs);
}

/** Returns the places of items that occur once. */
function findSingles<Item>(items: readonly Item[]): Map<Item, number> {
  const places = new Map<Item, number>();
  const repeated = new Set<Item>();
  items.forEach((item, at) => (places.has(item) ? repeated.add(item) : places.set(item, at)));
  for (const item of repeated) places.delete(item);
  return places;
}

/** Picks the longest sequence whose places in the second list rise; the pairs are in the order of the first. */
function pickRising(pairs: readonly Anchor[]): Anchor[] {
  /** The last pair of the best sequence of each length, and the pair before each pair. */
  const ends: Anchor[] = [];
  const previous = new Map<Anchor, Anchor | undefined>();
  for (const pair of pairs) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.after ?? Infinity) < pair.after) low = middle + 1;
      else high = middle;
    }
    previous.set(pair, ends[low - 1]);
    ends[low] = pair;
  }
  const picked: Anchor[] = [];
  for (let pair = ends.at(-1); pair; pair = previous.get(pair)) picked.push(pair);
  return picked.reverse();
}
