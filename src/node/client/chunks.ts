import type { Rolldown } from 'vite';
import { BLOCKS } from '../../talk/blocks/blocks.ts';
import { locateFloorFile } from '../engine.ts';

/** Modules that travel in one file, by what stands at their head; what they import comes along. */
interface ChunkGroup {
  name: string;
  heads: readonly string[];
}

/** Bars have a file of their own in a site. */
const BARS = 'browser/charts/kinds/on-demand/bar';

/*
 * A first visit asks for few files: what pages need together is one. The first group that reaches a module takes it,
 * so each can import from those before it, and a page with values but no chart gets no d3.
 */
const PARTS: readonly ChunkGroup[] = [
  {
    name: 'block',
    heads: [
      'browser/elements/block-element',
      'browser/elements/drawing-element',
      'talk/data/value/format',
      'talk/blocks/text-width',
      'talk/html/direction',
      'talk/blocks/version',
      'browser/charts/render-scene',
      'browser/charts/scale',
      'browser/charts/chart-text',
    ],
  },
  ...listElements(),
  { name: 'charts', heads: ['browser/charts/charts'] },
  { name: 'bars', heads: [BARS] },
  { name: 'live', heads: ['browser/live/live', 'browser/elements/rostrum-value'] },
  {
    name: 'rows',
    heads: [
      'talk/model/block',
      'talk/blocks/row-filter',
      'talk/blocks/block-fit',
      'talk/blocks/stepped',
    ],
  },
];

/** Pages of a site have one entry, which is in the file of all. */
const SITE: readonly ChunkGroup[] = [{ name: 'talk', heads: ['browser/main'] }];

/** Entries of the client share what starts a page; one that is only printed needs no deck. */
const CLIENT: readonly ChunkGroup[] = [
  {
    name: 'page',
    heads: [
      'browser/opening',
      'browser/deck/fetch-pictures',
      'browser/deck/print-steps',
      'browser/elements/define',
      'browser/page/page-address',
      'browser/page/page-faces',
      'browser/page/ready',
      'talk/text/timezone',
    ],
  },
  { name: 'talk', heads: ['browser/start'] },
];

/** Returns the groups of browser modules that share a chunk of a site. */
export function groupChunks(): Rolldown.CodeSplittingGroup[] {
  return toGroups([...SITE, ...PARTS]);
}

/** Returns the groups for the client, which has the page for paper as well. */
export function groupClientChunks(): Rolldown.CodeSplittingGroup[] {
  // These files are on the same machine, so that fewer of them are faster than smaller ones.
  const parts = PARTS.map(({ name, heads }) => ({
    name,
    heads: name === 'chart' ? [...heads, BARS] : heads,
  }));
  return toGroups([...CLIENT, ...parts]);
}

function toGroups(groups: readonly ChunkGroup[]): Rolldown.CodeSplittingGroup[] {
  return groups.map(({ name, heads }, index) => ({
    name,
    test: testHeads(heads),
    priority: groups.length - index,
  }));
}

/** Lists the elements of blocks; each is a file of its own. */
function listElements(): ChunkGroup[] {
  return BLOCKS.flatMap(({ name, element }) =>
    typeof element === 'string' ? { name, heads: [element.replace(/\.ts$/, '')] } : [],
  );
}

function testHeads(heads: readonly string[]): (file: string) => boolean {
  const files = new Set(heads.map((head) => locateFloorFile(`${head}.ts`)));
  return (file) => files.has(file);
}
