import type { ItemSizes } from '../../model/block.ts';
import { measureDataTables } from './fit-data-table.ts';
import { MIN_PICTURE, type Measure, type Place } from './ruler.ts';
import { elementsOf, hasClass, type Element } from './fit-tree.ts';
import { countLines, cutWords } from './fit-words.ts';

/** Sizes of a figure, as in `charts.css`: its number, its series, and its text with the space above. */
const FIGURE = { value: 216, inColumn: 132, gap: 64, chart: 304, below: 136 };
const FIGURE_NOTE: readonly [size: number, leading: number, above: number] = [21, 1.42, 16];
const FIGURE_TEXT: Record<string, typeof FIGURE_NOTE> = {
  'figure-label': [34, 1.22, 26],
  'figure-past': [28, 1.42, 12],
};
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

/** Returns the minimum height of a figure: its text, and its series beside it or, in a column, below it. */
function measureFigure(element: Element, { width }: Place): number {
  const hasChart = elementsOf(element).some((part) => hasClass(part, 'figure-chart'));
  const isColumn = width < NARROW;
  const isBeside = hasChart && !isColumn;
  const own = isBeside ? ((width - FIGURE.gap) * 5) / 9 : width;
  const most = hasChart && isColumn ? FIGURE.inColumn : FIGURE.value;
  const words = elementsOf(element).flatMap((part) =>
    hasClass(part, 'figure-words') ? elementsOf(part) : [],
  );
  const heights = words.map((part) => {
    const digits = DIGITS.exec(part.style)?.[1];
    const value = 0.875 * Math.min(most, own / (0.6 * Number(digits ?? 1)));
    if (digits !== undefined) return isBeside ? Math.max(value, FIGURE.chart) : value;
    const [size, leading, above] = FIGURE_TEXT[part.classes[0] ?? ''] ?? FIGURE_NOTE;
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
