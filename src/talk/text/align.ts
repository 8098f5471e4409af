import { diffArrays } from 'diff';
import { findAnchors } from './common-items.ts';

/** An item of both lists, or of one. */
export interface Aligned<Item = string> {
  kind: 'same' | 'gone' | 'added';
  item: Item;
}

/** Above this number of differences lists are cut at items that both have once, which bounds the time to a quarter of a second. */
const MAX_EDITS = 1500;
/** The same for the parts between such items; above it they count as entirely different. */
const MAX_PART_EDITS = 150;

/** Aligns two lists by their longest common subsequence, very different ones by items that both have once; in a gap, removed items come first. */
export function alignLists<Item>(before: readonly Item[], after: readonly Item[]): Aligned<Item>[] {
  return alignWithin(before, after, MAX_EDITS) ?? alignParts(before, after);
}

/** Aligns lists between their anchors. */
function alignParts<Item>(before: readonly Item[], after: readonly Item[]): Aligned<Item>[] {
  const aligned: Aligned<Item>[] = [];
  let [old, now] = [0, 0];
  const end = { before: before.length, after: after.length };
  for (const anchor of [...findAnchors(before, after), end]) {
    const parts = [before.slice(old, anchor.before), after.slice(now, anchor.after)] as const;
    aligned.push(...(alignWithin(...parts, MAX_PART_EDITS) ?? replaceAll(...parts)));
    const item = before[anchor.before];
    if (anchor !== end && item !== undefined) aligned.push({ kind: 'same', item });
    [old, now] = [anchor.before + 1, anchor.after + 1];
  }
  return aligned;
}

function alignWithin<Item>(
  before: readonly Item[],
  after: readonly Item[],
  maxEditLength: number,
): Aligned<Item>[] | null {
  const runs = diffArrays([...before], [...after], { maxEditLength });
  if (!runs) return null;
  return runs.flatMap(({ removed, added, value }) =>
    value.map((item): Aligned<Item> => ({
      kind: removed ? 'gone' : added ? 'added' : 'same',
      item,
    })),
  );
}

function replaceAll<Item>(before: readonly Item[], after: readonly Item[]): Aligned<Item>[] {
  return [
    ...before.map((item): Aligned<Item> => ({ kind: 'gone', item })),
    ...after.map((item): Aligned<Item> => ({ kind: 'added', item })),
  ];
}
