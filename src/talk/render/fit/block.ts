import { measureDataTables } from './data-table.ts';
import { LEAST_PICTURE, type Measure } from './ruler.ts';
import { elementsOf, hasClass, type Element } from './tree.ts';
import { countLines, cutWords } from './words.ts';

/** Blocks that take what is left of a slide. */
const FLEXIBLE = /^(?:rostrum-chart|rostrum-figure|rostrum-timeline)$/;
const COMMIT = { size: 26, leading: 1.3, padding: 33.5, id: 190 };
const ITEM_STYLE = /--size:\s*([\d.]+)px.*--leading:\s*([\d.]+)/;
const HEIGHT = /height:\s*(\d+)px/;

/** Returns the height of a data block; 0 for kinds that were made as large as their slide allows. */
export const measureBlock: Measure = (element, place) => {
  const height = HEIGHT.exec(element.style)?.[1];
  if (height !== undefined) return Number(height);
  if (FLEXIBLE.test(element.name)) return LEAST_PICTURE;
  if (hasClass(element, 'block-table')) return measureDataTables(element, place.width);
  if (hasClass(element, 'block-commits')) return measureCommits(element, place.width);
  return hasClass(element, 'block-names') ? measureNames(element) : 0;
};

function measureCommits(element: Element, width: number): number {
  const items = elementsOf(element).flatMap(elementsOf);
  const heights = items.map(({ children }) => {
    const lines = countLines(cutWords(children), COMMIT.size, width - COMMIT.id);
    return lines * COMMIT.size * COMMIT.leading + COMMIT.padding;
  });
  return heights.reduce((sum, one) => sum + one, 0);
}

function measureNames(element: Element): number {
  const [, size, leading] = ITEM_STYLE.exec(element.style) ?? [];
  const rows = Math.max(0, ...elementsOf(element).map((list) => elementsOf(list).length));
  return rows * Number(size ?? 0) * Number(leading ?? 0);
}
