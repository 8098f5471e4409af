import { longestLine, scale, type Measure, type Place, type Ruler } from './ruler.ts';
import type { Level } from './fit-levels.ts';
import { elementsOf, type Element } from './fit-tree.ts';

/** Size of nested items, relative to running text. */
const NESTED = 24;
/** Footnotes, as in `footnotes.css`. */
const FOOTNOTES = { size: 21, leading: 1.3, indent: 34, above: 16, gap: 2 };
const INDENT = { outer: 40, nested: 28 };

/** Returns the height of a list. */
export const measureList: Measure = (element, place, level, ruler) => {
  const gap = place.size === level.size || place.size > NESTED ? level.listGap : nestedGap(level);
  const isOrdered = element.name === 'ol';
  const items = elementsOf(element).filter(({ name }) => name === 'li');
  const digits = String(items.length).length;
  const indent = isOrdered
    ? Math.max(INDENT.outer, (0.6 * digits + 0.55) * place.size)
    : INDENT.outer;
  const heights = items.map((item) => measureItem(item, place, level, { ruler, indent }));
  return heights.reduce((sum, height) => sum + height, 0) + gap * Math.max(0, items.length - 1);
};

/** Returns the height of the footnotes of a slide, which are small and as wide as it. */
export const measureFootnotes: Measure = (element, { width }, level, ruler) => {
  const { size, leading, indent, above, gap } = FOOTNOTES;
  const place = { width, leading, size: scale(size, level), measure: width };
  const items = elementsOf(element);
  const heights = items.map((item) => measureItem(item, place, level, { ruler, indent }));
  return above + heights.reduce((sum, height) => sum + height, gap * (items.length - 1));
};

function nestedGap(level: Level): number {
  return Math.min(8, level.listGap);
}

interface ItemTools {
  ruler: Ruler;
  indent: number;
}

function measureItem(
  item: Element,
  place: Place,
  level: Level,
  { ruler, indent }: ItemTools,
): number {
  const width = Math.min(place.width, place.measure) - indent;
  const inner = { ...place, width };
  let total = 0;
  let last = '';
  for (const part of ruler.group(item.children)) {
    if (Array.isArray(part)) total += ruler.stack(part, inner, { gap: 0, level });
    else if (part.name === 'ul' || part.name === 'ol') {
      const nested = { ...inner, size: scale(NESTED, level) };
      total += Math.min(10, level.listGap + 1) + measureNested(part, nested, level, ruler);
    } else {
      if (part.name === 'p' && last === 'p') total += 8;
      total += ruler.heightOf(part, { ...inner, measure: inner.width }, level);
    }
    last = Array.isArray(part) ? '' : part.name;
  }
  return total;
}

function measureNested(list: Element, place: Place, level: Level, ruler: Ruler): number {
  const items = elementsOf(list).filter(({ name }) => name === 'li');
  const measure = longestLine(place.size, level);
  const heights = items.map((item) =>
    measureItem(item, { ...place, measure }, level, { ruler, indent: INDENT.nested }),
  );
  const gaps = nestedGap(level) * Math.max(0, items.length - 1);
  return heights.reduce((sum, height) => sum + height, 0) + gaps;
}
