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
