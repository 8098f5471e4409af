import { BASE, MIN_SIZE, type Level } from './fit-levels.ts';
import type { BlockSizes } from './block-sizes.ts';
import type { PictureSizes } from './fit-pictures.ts';
import { isDisplayFormula, type Element, type Node } from './fit-tree.ts';

/** Minimum size of a picture or drawing that takes the remaining room. */
export const MIN_PICTURE = 180;
const MEASURE = 36;
const MAX_LINE_WIDTH = 1008;

/** Context of an element: its maximum width, and the surrounding text size. */
export interface Place {
  width: number;
  size: number;
  leading: number;
  /** Maximum line width. */
  measure: number;
  /** Whether it is in a browser frame. */
  isFramed?: boolean;
}

/** Measures the height of parts of a slide, and caches the words of each text. */
export interface Ruler {
  /** Columns of tables whose words must be broken, from 0, by level. */
  cuts: Map<Level, ReadonlySet<number>>;
  /** Columns of tables that keep to one line, from 0, by level. */
  names: Map<Level, readonly number[]>;
  /** Levels at which lines of code wrap. */
  wraps: Set<Level>;
  group(nodes: readonly Node[]): readonly (Element | Node[])[];
  /** Returns how many letters the lines of code have. */
  lengthsOf(code: Element): readonly number[];
  blocks: BlockSizes;
  pictures: PictureSizes;
  heightOf(element: Element, place: Place, level: Level): number;
  /** Returns the height of stacked elements. */
  stack(nodes: readonly Node[], place: Place, options: StackOptions): number;
}

/** Options for stacking elements. */
export interface StackOptions {
  gap: number;
  level: Level;
}

/** Returns the height of one kind of element. */
export type Measure = (element: Element, place: Place, level: Level, ruler: Ruler) => number;

const INLINE = new Set(
  'a abbr b bdi bdo br cite code data del dfn em i img input ins kbd label mark q rostrum-value s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** Gathers what stands in lines between blocks; `Ruler.group` does so once for each list of nodes. */
export function groupInline(nodes: readonly Node[]): readonly (Element | Node[])[] {
  const groups: (Element | Node[])[] = [];
  for (const node of nodes) {
    if (typeof node !== 'string' && node.classes.includes('frame-still')) continue;
    const isInline = typeof node === 'string' || (INLINE.has(node.name) && !isDisplayFormula(node));
    const last = groups.at(-1);
    if (!isInline) groups.push(node);
    else if (Array.isArray(last)) last.push(node);
    else if (typeof node !== 'string' || node.trim() !== '') groups.push([node]);
  }
  return groups;
}

/** Returns the maximum line width for a text size; smaller text keeps the default width. */
export function longestLine(size: number, level: Level): number {
  return level.size < BASE ? Math.max(MEASURE * size, MAX_LINE_WIDTH) : MEASURE * size;
}

/** Returns a size at a level; only running text grows. */
export function scale(size: number, level: Level): number {
  return Math.max(MIN_SIZE, size * Math.min(1, level.size / BASE));
}
