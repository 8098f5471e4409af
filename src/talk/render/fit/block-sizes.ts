import { extraHeight, type Aspect } from '../../model/slide/aspect.ts';
import type { Block, ItemSizes } from '../../model/block.ts';

/** What the manifests of blocks say about their heights. */
export interface BlockSizes {
  /** Names of the elements that take what is left of a slide. */
  flexible: ReadonlySet<string>;
  /** How the items of lists are set, by the class of their block. */
  items: ReadonlyMap<string, ItemSizes>;
}

/** Reads from the manifests of blocks what they say about their heights. */
export function readBlockSizes(blocks: readonly Block[]): BlockSizes {
  const flexible = blocks.filter(({ isFlexible }) => isFlexible);
  const listed = blocks.filter(({ items }) => items);
  return {
    flexible: new Set(flexible.map(({ name }) => `rostrum-${name}`)),
    items: new Map(listed.flatMap(({ name, items }) => (items ? [[`block-${name}`, items]] : []))),
  };
}

/** Height of a sized block that has its slide for itself, and its minimum. */
const ROOM_HEIGHT = 440;
const MIN_HEIGHT = 120;
/** Shares of an excess to remove, largest first. */
const SHARES = [1, 0.6, 0.3];

/** Lists the heights that a sized block can take where its slide is too full, smallest first. */
export function listHeights(excess: number, talk: { aspect: Aspect }): number[] {
  const room = ROOM_HEIGHT + extraHeight(talk);
  return SHARES.map((share) => Math.max(MIN_HEIGHT, room - Math.ceil(excess * share)));
}
