import type { Layout } from '../../model/talk.ts';
import { fitDisplay } from './display.ts';
import { createRuler } from './height.ts';
import { longestLine, type Place } from './ruler.ts';
import { LEVELS, type Level } from './levels.ts';
import { elementsOf, hasClass, parseTree, someElement, type Element } from './tree.ts';
import { countLines, cutWords } from './words.ts';

/** A slide's HTML, as far as it is known before it is placed. */
export interface FitRequest {
  layout: Layout;
  head: string;
  body: string;
  /** Height of the foot; 0 where the slide has none. */
  foot: number;
}

const SLIDE = { width: 1104, height: 720, bottom: 28 };
const TITLE_LEADING = 1.16;
const TITLE_TRACKING = -0.018;
/** What rounding may add to a computed height. */
const SLACK = 3;
const USUAL: Fit = { name: '', excess: 0, isCut: false };

/** How a slide's content is set. */
export interface Fit {
  /** The value of its `data-fit`; empty for the usual size. */
  name: string;
  /** How many pixels higher it would be than its room in the usual size; 0 where it fits. */
  excess: number;
  /** Whether words in a table have to be cut where a line is full. */
  isCut: boolean;
}

/** Finds the largest size in which a slide's content fits. */
export function fitSlide(request: FitRequest): Fit {
  const body = parseTree(request.body);
  if (someElement(body, (element) => hasClass(element, 'problem'))) return USUAL;
  const title = cutWords(parseTree(request.head).children, 'strong');
  const ruler = createRuler();
  const display = fitDisplay({ ...request, title, body, ruler });
  if (display !== undefined) return { ...USUAL, name: display };
  const levels = LEVELS.slice(LEVELS.findIndex(({ name }) => name === capOf(body)));
  const excessAt = (level: Level): number => {
    const height = ruler.stack(body.children, placeAt(level), { gap: level.gap, level });
    return Math.max(0, height + SLACK - roomAt(level, { title, foot: request.foot }));
  };
  const isGood = (level: Level): boolean => excessAt(level) === 0 && !ruler.cuts.has(level);
  const found = findFirst(levels, isGood) ?? findFirst(levels, (level) => excessAt(level) === 0);
  const level = found ?? LEVELS.at(-1);
  const usual = LEVELS.find(({ name }) => name === '');
  return {
    name: level?.name ?? '',
    excess: usual ? excessAt(usual) : 0,
    isCut: level !== undefined && ruler.cuts.has(level),
  };
}

/** Finds the first item that passes, where all that follow one that passes pass as well. */
function findFirst<Item>(items: readonly Item[], test: (item: Item) => boolean): Item | undefined {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && test(item)) high = middle;
    else low = middle + 1;
  }
  return items[low];
}

function placeAt(level: Level): Place {
  const { size, leading } = level;
  return { width: SLIDE.width, size, leading, measure: longestLine(size, level) };
}

/** Returns the height that a slide has for its content. */
function roomAt(
  { head }: Level,
  { title, foot }: { title: ReturnType<typeof cutWords>; foot: number },
): number {
  const width = SLIDE.width / (1 + TITLE_TRACKING / 0.56);
  const lines = countLines(title, head.title, width);
  const above = lines === 0 ? 0 : lines * head.title * TITLE_LEADING + head.margin;
  const below = foot === 0 ? 0 : foot + head.foot;
  return SLIDE.height - head.top - SLIDE.bottom - above - below;
}

/** Returns the largest size for a kind of content: few points and few paragraphs speak louder. */
function capOf(body: Element): string {
  const parts = elementsOf(body).filter((part) => !hasClass(part, 'refs'));
  const [first] = parts;
  if (!first) return '';
  if (parts.length === 1 && (first.name === 'ul' || first.name === 'ol')) return capOfList(first);
  const flat = parts.flatMap((part) => (hasClass(part, 'fragment') ? elementsOf(part) : [part]));
  if (!flat.every(({ name }) => name === 'p')) return '';
  if (someElement(body, ({ name }) => name === 'img')) return '';
  return flat.length <= 4 ? '121' : '107';
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
