import { scale, type Measure } from './ruler.ts';
import { elementsOf, hasClass, type Element, type Node } from './fit-tree.ts';

/** Text sizes in browser and terminal frames, relative to running text. */
const SIZES = { page: 24, screen: 21 };

/** The widest tab. */
const TAB = ' '.repeat(8);

/** Returns the height of code, with lines wrapped at the full width. */
export const measureCode: Measure = (element, place, level, ruler) => {
  const isColumn = place.width < 700;
  const { padding, leading } = level.code;
  const size = isColumn ? Math.min(20, level.code.size) : level.code.size;
  const isNumbered = hasClass(element, 'numbered');
  const sides = (isColumn ? 40 : 56) + (isNumbered ? 3.4 * size : 0);
  const letters = Math.max(1, Math.floor((place.width - sides) / (0.6 * size)));
  const lengths = ruler.lengthsOf(element);
  const rows = lengths.reduce((sum, length) => sum + Math.max(1, Math.ceil(length / letters)), 0);
  if (rows > lengths.length) ruler.wraps.add(level);
  const title = elementsOf(element).some(({ name }) => name === 'figcaption') ? 42 : 0;
  return title + rows * size * leading + 2 * Math.min(padding, isColumn ? 16 : padding) + 2;
};

/** Returns the height of versions of code, which is that of the highest. */
export const measureVersions: Measure = (element, place, level, ruler) =>
  Math.max(
    0,
    ...elementsOf(element)
      .filter((child) => hasClass(child, 'version'))
      .map(({ children }) => ruler.stack(children, place, { gap: 0, level })),
  );

/** Returns the height of a browser frame. */
export const measureFrame: Measure = (element, place, level, ruler) => {
  const pages = elementsOf(element).filter((child) => hasClass(child, 'browser-page'));
  const size = scale(SIZES.page, level);
  const inner = { ...place, size, width: place.width - 67, isFramed: true };
  const content = pages.flatMap(({ children }) => children);
  return 52 + 48 + ruler.stack(content, { ...inner, measure: inner.width }, { gap: 16, level });
};

/** Returns the height of a terminal. */
export const measureTerminal: Measure = (element, place, level, ruler) => {
  const screens = elementsOf(element).filter((child) => hasClass(child, 'terminal-screen'));
  const content = screens.flatMap(({ children }) => children);
  const size = scale(SIZES.screen, level);
  const inner = { ...place, size, leading: 1.5, width: place.width - 56, measure: place.width };
  return 44 + 48 + ruler.stack(content, inner, { gap: 16, level });
};

/** Returns the number of letters in each line of code. */
export function lineLengths(element: Element): readonly number[] {
  const text = textOf(elementsOf(element).find(({ name }) => name === 'pre') ?? element);
  const lines = text.replace(/\n$/, '').replaceAll('\t', TAB).split('\n');
  return lines.map(({ length }) => length);
}

function textOf(node: Node): string {
  if (typeof node === 'string') return node;
  return node.name === 'br' ? '\n' : node.children.map(textOf).join('');
}
