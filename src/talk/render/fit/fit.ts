import type { PictureSize } from '../../model/project.ts';
import type { SlideLayout } from '../../model/look/theme.ts';
import type { Layout } from '../../model/talk.ts';
import type { BlockSizes } from './block-sizes.ts';
import { fitDisplay } from './fit-display.ts';
import { markHeads } from './fit-block.ts';
import { findCodeRoom } from './fit-camera.ts';
import type { CodeRoom } from '../code/code-figure.ts';
import { findPicture, placeBeside, type Beside } from './fit-beside.ts';
import { createRuler } from './fit-height.ts';
import { longestLine, type Place } from './ruler.ts';
import { LEVELS, MIN_LEVEL, USUAL_LEVEL, type Level } from './fit-levels.ts';
import { roomAt } from './fit-foot.ts';
import { elementsOf, hasClass, parseTree, someElement, type Element } from './fit-tree.ts';
import { cutWords } from './fit-words.ts';

/** A slide's HTML before it is placed. */
export interface FitRequest {
  layout: Layout;
  /** Height of the slide. */
  height: number;
  head: string;
  body: string;
  /** Width of the picture's column at the slide's edge; 0 for none. */
  side: number;
  /** How much larger the titles of the theme are than usual; defaults to 1. */
  titleScale?: number;
  /** Height of the foot; 0 for none. */
  foot: number;
  /** Known picture sizes by address. */
  pictures: ReadonlyMap<string, PictureSize>;
  blocks: BlockSizes;
  /** A layout with areas; defaults to none. */
  areas?: SlideLayout | undefined;
}

const WIDTH = 1104;
/** Less than a row of text is no reason for another drawing: a browser may need less than is computed. */
const ROW = 20;
/** Size of code down to which a smaller one is better than lines that wrap. */
const EASY_CODE = 19;
/** Tolerance for the rounding of a computed height. */
const SLACK = 3;
const USUAL: Fit = {
  name: '',
  excess: 0,
  cuts: [],
  names: [],
  isCrowded: false,
  beside: null,
  isOver: false,
  code: null,
};

/** Fitted sizes of a slide's content. */
export interface Fit {
  /** The value of its `data-fit`; empty for the default size. */
  name: string;
  /** Excess height in pixels at the default size; 0 when it fits. */
  excess: number;
  /** Columns of tables whose words must be broken, from 0. */
  cuts: number[];
  /** Columns of tables that keep to one line, from 0. */
  names: number[];
  /** Whether blocks that say their least height have no room for it, even without other content. */
  isCrowded: boolean;
  /** Layout of a picture beside the text; null for none. */
  beside: Beside | null;
  /** Whether the content is too high at every size. */
  isOver: boolean;
  /** The room that the longest code with steps can have; null without such code. */
  code: CodeRoom | null;
}

/** Finds the largest size at which a slide's content fits. */
export function fitSlide(request: FitRequest): Fit {
  const body = markHeads(parseTree(request.body));
  const hasProblem = request.body.includes('problem');
  if (hasProblem && someElement(body, (element) => hasClass(element, 'problem'))) return USUAL;
  const title = cutWords(parseTree(request.head).children, 'strong');
  const ruler = createRuler(request.blocks, request.pictures, request.areas);
  const width = WIDTH - request.side;
  const { titleScale = 1 } = request;
  const room = { title, width, foot: request.foot, height: request.height, titleScale };
  const display = fitDisplay({ ...request, title, body, ruler });
  if (display !== undefined) return { ...USUAL, name: display };
  const levels = LEVELS.slice(LEVELS.findIndex(({ name }) => name === capOf(body)));
  const known = new Map<Level, number>();
  const excessAt = (level: Level): number => {
    const excess = known.get(level) ?? measureExcess(level);
    known.set(level, excess);
    return excess;
  };
  const measureExcess = (level: Level): number => {
    const height = ruler.stack(body.children, placeAt(level, width), { gap: level.gap, level });
    return Math.max(0, height + SLACK - roomAt(level, room));
  };
  const isCrowded = (): boolean => {
    const blocks = elementsOf(body).filter(({ name }) => request.blocks.flexible.has(name));
    const height = ruler.stack(blocks, placeAt(MIN_LEVEL, width), {
      gap: MIN_LEVEL.gap,
      level: MIN_LEVEL,
    });
    return height > roomAt(MIN_LEVEL, room);
  };
  const isGood = (level: Level): boolean => excessAt(level) === 0 && !ruler.cuts.has(level);
  const found =
    findFirst(levels.filter(isEasy), (level) => isGood(level) && !ruler.wraps.has(level)) ??
    findFirst(levels, isGood) ??
    findFirst(levels, (level) => excessAt(level) === 0);
  const level = found ?? MIN_LEVEL;
  const code = findCodeRoom(body, {
    width,
    room: roomAt(MIN_LEVEL, room) - SLACK,
    ruler,
  });
  const over = { isOver: !found && excessAt(MIN_LEVEL) > ROW, code };
  if (!found && isCrowded()) return { ...USUAL, ...over, name: level.name, isCrowded: true };
  const roomOf = (one: Level): number => roomAt(one, room) - SLACK;
  const beside = request.layout === 'default' ? findPicture(body, request.pictures) : null;
  const placed =
    beside &&
    placeBeside(beside, {
      levels,
      below: level,
      ruler,
      roomOf,
      placeAt: (one) => placeAt(one, width),
    });
  if (placed) return { ...USUAL, ...over, ...placed };
  return {
    ...USUAL,
    ...over,
    name: level.name,
    excess: level.size < USUAL_LEVEL.size ? excessAt(USUAL_LEVEL) : 0,
    cuts: [...(ruler.cuts.get(level) ?? [])].sort((a, b) => a - b),
    names: [...(ruler.names.get(level) ?? [])].sort((a, b) => a - b),
  };
}

/** Reports whether code is large enough at a level to be set smaller for lines that would wrap. */
function isEasy({ code }: Level): boolean {
  return code.size >= EASY_CODE;
}

/** Finds the first item that passes by binary search, as all later items pass too. */
function findFirst<Item>(items: readonly Item[], test: (item: Item) => boolean): Item | undefined {
  // Most slides have room to spare.
  if (items[0] !== undefined && test(items[0])) return items[0];
  let [low, high] = [1, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && test(item)) high = middle;
    else low = middle + 1;
  }
  return items[low];
}

function placeAt(level: Level, width: number): Place {
  const { size, leading } = level;
  return { width, size, leading, measure: longestLine(size, level) };
}

/** Returns the maximum size for a kind of content: little text is set larger. */
function capOf(body: Element): string {
  const parts = elementsOf(body).filter((part) => !isBelow(part));
  const [first] = parts;
  if (!first) return '';
  if (parts.length === 1 && (first.name === 'ul' || first.name === 'ol')) return capOfList(first);
  const flat = parts.flatMap((part) => (hasClass(part, 'fragment') ? elementsOf(part) : [part]));
  if (!flat.every(({ name }) => name === 'p' || name === 'blockquote')) return '';
  if (someElement(body, ({ name }) => name === 'img')) return '';
  if (first.name === 'blockquote' && flat.length <= 2) return '136';
  return flat.length <= 4 ? '121' : '107';
}

/** Reports whether a part is at the foot of its slide. */
function isBelow(part: Element): boolean {
  return hasClass(part, 'refs') || hasClass(part, 'footnotes');
}

function capOfList(list: Element): string {
  if (someElement(list, ({ name }) => name === 'li' || name === 'p')) {
    const isNested = elementsOf(list).some((item) =>
      someElement(item, ({ name }) => name === 'li'),
    );
    if (isNested) return '107';
  }
  return elementsOf(list).length <= 3 ? '136' : '114';
}
