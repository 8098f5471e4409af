import { diffArrays } from 'diff';

/** An item of both lists, or of one. */
export interface Aligned<Item = string> {
  kind: 'same' | 'gone' | 'added';
  item: Item;
}

/** Above this number of differences two lists count as entirely different, which bounds the time to half a second. */
const MAX_EDITS = 4000;

/** Aligns two lists by their longest common subsequence; in a gap, removed items come first. */
export function alignLists<Item>(before: readonly Item[], after: readonly Item[]): Aligned<Item>[] {
  const runs = diffArrays([...before], [...after], { maxEditLength: MAX_EDITS }) ?? [
    { removed: true, added: false, value: [...before] },
    { removed: false, added: true, value: [...after] },
  ];
  return runs.flatMap(({ removed, added, value }) =>
    value.map((item): Aligned<Item> => ({
      kind: removed ? 'gone' : added ? 'added' : 'same',
      item,
    })),
  );
}
