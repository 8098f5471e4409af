import type { ItemSizes } from '../../model/block.ts';
import { measureDataTables } from './fit-data-table.ts';
import { MIN_PICTURE, type Measure, type Place } from './ruler.ts';
import { elementsOf, hasClass, type Element } from './fit-tree.ts';
import { countLines, cutWords } from './fit-words.ts';

/** Sizes of a figure, as in `charts.css`: its number, its series, and its text with the space above. */
const FIGURE = { value: 216, inColumn: 132, gap: 64, chart: 304, below: 136 };
type TextSize = readonly [size: number, leading: number, above: number];
const FIGURE_NOTE: TextSize = [21, 1.42, 16];
const FIGURE_TEXT: Record<string, TextSize> = {
  'figure-label': [34, 1.22, 26],
  'figure-past': [28, 1.42, 12],
};
/** The same for a figure that heads a wall of names. */
const HEAD = { value: 120, chart: 120 };
const HEAD_TEXT: Record<string, TextSize> = {
  'figure-label': [24, 1.22, 10],
  'figure-past': [21, 1.42, 4],
};
const IS_HEAD = 'heads-names';
const DIGITS = /--digits:\s*([\d.]+)/;
/** Columns are narrower than this. */
const NARROW = 700;
const ITEM_STYLE = /--size:\s*([\d.]+)px.*--leading:\s*([\d.]+)/;
const HEIGHT = /height:\s*(\d+)px/;

/** Returns the height of a data block; 0 for kinds that were made as large as their slide allows. */
export const measureBlock: Measure = (element, place, _level, { blocks }) => {
  const height = HEIGHT.exec(element.style)?.[1];
  if (height !== undefined) return Number(height);
  if (blocks.flexible.has(element.name)) return MIN_PICTURE;
  if (element.name === 'rostrum-figure') return measureFigure(element, place);
  if (hasClass(element, 'block-table')) return measureDataTables(element, place.width);
  if (hasClass(element, 'block-names')) return measureNames(element);
  const list = element.classes.find((name) => blocks.items.has(name));
  const sizes = list === undefined ? undefined : blocks.items.get(list);
  return sizes ? measureItems(element, sizes, place.width) : 0;
};

/** Marks the figures of a slide that head a wall of names, which are smaller. */
export function markHeads(body: Element): Element {
  const parts = elementsOf(body);
  parts.forEach((part, index) => {
    const next = parts[index + 1];
    const isHead = part.name === 'rostrum-figure' && next && hasClass(next, 'block-names');
    if (isHead) part.classes = [...part.classes, IS_HEAD];
  });
  return body;
}

/** Returns the minimum height of a figure: its text, and its series beside it or, in a column, below it. */
function measureFigure(element: Element, { width }: Place): number {
  const hasChart = elementsOf(element).some((part) => hasClass(part, 'figure-chart'));
  const isColumn = width < NARROW;
  const isBeside = hasChart && !isColumn;
  const own = isBeside ? ((width - FIGURE.gap) * 5) / 9 : width;
  const isHead = hasClass(element, IS_HEAD);
  const { value: largest, chart } = isHead ? HEAD : FIGURE;
  const most = hasChart && isColumn ? FIGURE.inColumn : largest;
  const words = elementsOf(element).flatMap((part) =>
    hasClass(part, 'figure-words') ? elementsOf(part) : [],
  );
  const heights = words.map((part) => {
    const digits = DIGITS.exec(part.style)?.[1];
    const value = 0.875 * Math.min(most, own / (0.6 * Number(digits ?? 1)));
    if (digits !== undefined) return isBeside ? Math.max(value, chart) : value;
    const texts = isHead ? HEAD_TEXT : FIGURE_TEXT;
    const [size, leading, above] = texts[part.classes[0] ?? ''] ?? FIGURE_NOTE;
    return countLines(cutWords(part.children), size, own) * size * leading + above;
  });
  const below = hasChart && isColumn ? FIGURE.below : 0;
  return heights.reduce((sum, height) => sum + height, below);
}

/** Returns the height of a list whose block says how its items are set. */
function measureItems(element: Element, sizes: ItemSizes, width: number): number {
  const { size, leading, padding, indent } = sizes;
  const heights = elementsOf(element)
    .flatMap(elementsOf)
    .map(({ children }) => countLines(cutWords(children), size, width - indent) * size * leading);
  return heights.reduce((sum, one) => sum + one + padding, 0);
}

function measureNames(element: Element): number {
  const [, size, leading] = ITEM_STYLE.exec(element.style) ?? [];
  const rows = Math.max(0, ...elementsOf(element).map((list) => elementsOf(list).length));
  return rows * Number(size ?? 0) * Number(leading ?? 0);
}
