import { BASE, MIN_SIZE, type Level } from './fit-levels.ts';
import type { Element, Node } from './fit-tree.ts';

/** The least that a picture or a drawing gets, which takes what is left. */
export const MIN_PICTURE = 180;
const MEASURE = 36;
const MAX_LINE_WIDTH = 1008;

/** Where something stands: how wide it may be, and the size of the text around it. */
export interface Place {
  width: number;
  size: number;
  leading: number;
  /** The longest line. */
  measure: number;
  /** Whether it stands in the frame of a browser. */
  isFramed?: boolean;
}

/** Measures the height of parts of a slide, and cuts each text into words once. */
export interface Ruler {
  /** Levels at which a table is too wide unless its words are cut. */
  cuts: Set<Level>;
  group(nodes: readonly Node[]): readonly (Element | Node[])[];
  /** Returns how many letters the lines of code have. */
  lengthsOf(code: Element): readonly number[];
  /** Names of elements that take what is left of a slide. */
  flexible: ReadonlySet<string>;
  heightOf(element: Element, place: Place, level: Level): number;
  /** Returns the height of elements above each other. */
  stack(nodes: readonly Node[], place: Place, options: StackOptions): number;
}

/** How elements are stacked. */
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
    const isInline = typeof node === 'string' || INLINE.has(node.name);
    const last = groups.at(-1);
    if (!isInline) groups.push(node);
    else if (Array.isArray(last)) last.push(node);
    else if (typeof node !== 'string' || node.trim() !== '') groups.push([node]);
  }
  return groups;
}

/** Returns the longest line of text of a size; what is set smaller than usual keeps the usual width. */
export function longestLine(size: number, level: Level): number {
  return level.size < BASE ? Math.max(MEASURE * size, MAX_LINE_WIDTH) : MEASURE * size;
}

/** Returns a size as it is at a level, which makes nothing but running text larger. */
export function scale(size: number, level: Level): number {
  return Math.max(MIN_SIZE, size * Math.min(1, level.size / BASE));
}
