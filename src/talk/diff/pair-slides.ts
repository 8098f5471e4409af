import type { Slide } from '../model/talk.ts';
import { alignLists } from '../text/align.ts';

/** A slide and its counterpart in the other talk, by position. */
export interface Pair {
  before: number;
  after: number;
  isMoved: boolean;
}

type KeyOf = (slide: Slide) => string;

/** Slides match by place in a file first, then by name. */
const KEYS: readonly KeyOf[] = [
  ({ place }) => `${place.file}:${place.line}`,
  ({ id }) => id,
  ({ title, layout }) => (title === '' ? '' : `${layout} ${title}`),
];

/** Pairs the slides of two talks in the order of the second, and marks moved slides. */
export function pairSlides(before: readonly Slide[], after: readonly Slide[]): Pair[] {
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  for (const keyOf of KEYS) {
    const free = groupByKey(before, keyOf, taken);
    after.forEach((slide, index) => {
      if (partners.has(index)) return;
      const partner = free.get(keyOf(slide))?.shift();
      if (partner === undefined) return;
      partners.set(index, partner);
      taken.add(partner);
    });
  }
  const pairs = [...partners].sort(([a], [b]) => a - b);
  const inOrder = listInOrder(pairs.map(([, partner]) => partner));
  return pairs.map(([index, partner]) => ({
    before: partner,
    after: index,
    isMoved: !inOrder.has(partner),
  }));
}

function groupByKey(
  slides: readonly Slide[],
  keyOf: KeyOf,
  taken: ReadonlySet<number>,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  slides.forEach((slide, index) => {
    const key = keyOf(slide);
    if (taken.has(index) || key === '') return;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  return groups;
}

/** Returns the numbers of a longest increasing subsequence: the slides that kept their order, so that the fewest count as moved. */
function listInOrder(numbers: readonly number[]): Set<number> {
  const sorted = [...numbers].sort((a, b) => a - b);
  const aligned = alignLists(sorted, numbers);
  return new Set(aligned.flatMap(({ kind, item }) => (kind === 'same' ? [item] : [])));
}
