import type { BlockSizes } from './block-sizes.ts';
import { BASE, MIN_SIZE } from './fit-levels.ts';
import type { SlideLayout } from '../../model/look/theme.ts';
import { measureAreas } from './areas/fit-areas.ts';
import type { Face } from './fit-letters.ts';
import {
  groupInline,
  MIN_PICTURE,
  longestLine,
  scale,
  type Measure,
  type Place,
  type Ruler,
} from './ruler.ts';
import {
  lineLengths,
  measureCode,
  measureFrame,
  measureTerminal,
  measureVersions,
} from './fit-frames.ts';
import { measureCamera } from './fit-camera.ts';
import { measureFootnotes, measureList } from './fit-list.ts';
import { measureTable, noteTable, readTable, tableAt } from './fit-table.ts';
import { measureDisplay, measureReach } from './fit-formula.ts';
import { measureBlock } from './fit-block.ts';
import { measurePictures, type PictureSizes } from './fit-pictures.ts';
import { elementsOf, hasClass, type Element, type Node } from './fit-tree.ts';
import { countLines, cutWords, type Word } from './fit-words.ts';

const NOTHING = new Set('script style template noscript aside'.split(' '));
const COLUMN_GAP = 64;
/** Sizes relative to running text. */
const SIZES = { h3: 34, h4: 28, quote: 30, small: 21 };
const SNUG = 1.3;

/** Builds a ruler for one slide, with what blocks say about their heights. */
export function createRuler(
  blocks: BlockSizes,
  pictures: PictureSizes = new Map(),
  areas?: SlideLayout,
): Ruler {
  const words = new Map<readonly Node[], Word[]>();
  const tableOf = once(readTable);
  const group = once(groupInline);
  const linesOf = (nodes: readonly Node[], { size, width }: Place, face?: Face): number => {
    const cut = words.get(nodes) ?? cutWords(nodes, face);
    words.set(nodes, cut);
    return countLines(cut, size, width);
  };

  const heightOfLines = (nodes: readonly Node[], place: Place): number => {
    const height = linesOf(nodes, place) * place.size * place.leading;
    return height + measureReach(words.get(nodes) ?? [], place);
  };

  const ruler: Ruler = {
    cuts: new Map(),
    names: new Map(),
    wraps: new Set(),
    group,
    lengthsOf: once(lineLengths),
    blocks,
    pictures,
    heightOf(element, place, level) {
      if (NOTHING.has(element.name) || hasClass(element, 'bleed')) return 0;
      if (hasClass(element, 'media')) return 0;
      if (/position:\s*(?:absolute|fixed)/.test(element.style)) return 0;
      const display = measureDisplay(element, place);
      if (display !== null) return display;
      if (element.name === 'table') {
        const own = tableAt(place, element, level);
        const table = measureTable(tableOf(element), place.width, own);
        if (element.style === '') noteTable(table, level, ruler);
        return table.height;
      }
      if (hasClass(element, 'footnotes')) return measureFootnotes(element, place, level, ruler);
      if (/^h[1-6]$/.test(element.name)) {
        const size = scale(element.name === 'h3' ? SIZES.h3 : SIZES.h4, level);
        return linesOf(element.children, { ...place, size }, 'strong') * size * SNUG;
      }
      if (areas && hasClass(element, 'areas'))
        return measureAreas(element, { layout: areas, place, level, ruler });
      const measure = MEASURES[element.name] ?? measureBox;
      return measure(element, place, level, ruler);
    },
    stack(nodes, place, { gap, level }) {
      let total = 0;
      let parts = 0;
      for (const part of group(nodes)) {
        const height = Array.isArray(part)
          ? heightOfLines(part, place)
          : ruler.heightOf(part, place, level);
        if (height <= 0) continue;
        total += height + (parts > 0 ? gap : 0);
        parts++;
      }
      return total;
    },
  };
  return ruler;
}

/** Caches the results of a function as long as the ruler is used. */
function once<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const last = known.get(key);
    if (last !== undefined) return last;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}

const measureParagraph: Measure = (element, place, level, ruler) => {
  const picture = measurePictures(element, place, ruler.pictures);
  if (picture !== null && !hasClass(element, 'captioned')) return picture;
  const isSmall = hasClass(element, 'refs') || hasClass(element, 'caption');
  const size = isSmall ? SIZES.small : place.size;
  // A formula may be as wide as the slide, on which it is made smaller.
  const isWide = isSmall || hasClass(element, 'formula-line');
  const width = isWide ? place.width : Math.min(place.width, place.measure);
  const padding = hasClass(element, 'refs') ? 16 : 0;
  const words = ruler.stack(element.children, { ...place, size, width }, { gap: 0, level });
  return padding + words + (picture ?? 0);
};

const measureQuote: Measure = (element, place, level, ruler) => {
  const size = Math.max(MIN_SIZE, (SIZES.quote * level.size) / BASE);
  const width = Math.min(place.width, longestLine(size, level)) - Math.max(36, 1.1 * size + 4);
  const inner = { ...place, size, width, measure: width };
  return 8 + ruler.stack(element.children, inner, { gap: 16, level });
};

const measureFigure: Measure = (element, place, level, ruler) => {
  if (hasClass(element, 'code')) return measureCode(element, place, level, ruler);
  const caption = elementsOf(element).filter(({ name }) => name === 'figcaption');
  const small = { ...place, size: SIZES.small, leading: SNUG };
  return MIN_PICTURE + ruler.stack(caption, small, { gap: 0, level }) + 16;
};

const measureDefinitions: Measure = (element, place, level, ruler) =>
  elementsOf(element).reduce((sum, child) => {
    if (child.name === 'div') return sum + measureDefinitions(child, place, level, ruler);
    const words = ruler.stack(child.children, place, { gap: 0, level });
    return sum + words + (child.name === 'dd' ? 16 : 0);
  }, 0);

const measureBox: Measure = (element, place, level, ruler) => {
  const { children } = element;
  if (hasClass(element, 'columns')) return measureColumns(element, place, level, ruler);
  if (hasClass(element, 'browser')) return measureFrame(element, place, level, ruler);
  if (hasClass(element, 'terminal')) return measureTerminal(element, place, level, ruler);
  if (hasClass(element, 'camera')) return measureCamera(element, place, level, ruler);
  if (hasClass(element, 'versions')) return measureVersions(element, place, level, ruler);
  if (isBlock(element)) return measureBlock(element, place, level, ruler);
  const isStack = hasClass(element, 'column') || hasClass(element, 'fragment');
  return ruler.stack(children, place, { gap: isStack ? level.gap : 0, level });
};

const measureColumns: Measure = (element, place, level, ruler) => {
  const columns = elementsOf(element);
  const room = place.width - COLUMN_GAP * (columns.length - 1);
  const parts = listParts(element) ?? columns.map(() => 1);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return Math.max(
    0,
    ...columns.map((column, index) => {
      const width = (room * (parts[index] ?? 1)) / Math.max(1, whole);
      return ruler.heightOf(column, { ...place, width }, level);
    }),
  );
};

/** Lists the parts of the width that the columns of a container name; null where they are even. */
function listParts({ style }: Element): number[] | null {
  const parts = [...style.matchAll(/([\d.]+)fr/g)].map(([, part]) => Number(part));
  return parts.length > 0 ? parts : null;
}

function isBlock(element: Element): boolean {
  return hasClass(element, 'block') || element.name.startsWith('rostrum-');
}

const MEASURES: Record<string, Measure> = {
  p: measureParagraph,
  ul: measureList,
  ol: measureList,
  blockquote: measureQuote,
  pre: measureCode,
  figure: measureFigure,
  dl: measureDefinitions,
  hr: () => 17.5,
};
