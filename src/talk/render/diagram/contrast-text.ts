import { contrastOf, parseColour, type Colour } from '../../colour/colour.ts';
import type { Element } from '../raw/nodes.ts';

/** The inks of text on a shape whose author gave it a colour, which is the same in both modes. */
const INKS = ['#1b1917', '#fffdfa'] as const;
const THEMED = /^(?:var|color-mix)\(/;
const SHAPES = new Set('path rect circle ellipse polygon'.split(' '));

/** Gives text the ink of the theme where it has none, and a readable one on shapes that their author coloured. */
export function contrastText(
  element: Element,
  ground: Colour | null = null,
  hasFill = false,
): void {
  const isPart = element.attrs.some(({ name }) => name === 'data-part');
  const own = isPart ? findGround(element) : ground;
  const fill = valueOf(element, 'fill');
  const isText = element.tagName === 'text' || element.tagName === 'tspan';
  const isOurs = fill === undefined ? element.tagName === 'text' && !hasFill : THEMED.test(fill);
  if (isText && isOurs) setFill(element, own === null ? (fill ?? 'var(--ink)') : chooseInk(own));
  const cells: Cell[] = [];
  for (const child of element.childNodes) {
    if (!('tagName' in child)) continue;
    const cell = readCell(child);
    if (cell) cells.push(cell);
    const around = cells.findLast((one) => holds(one, child));
    contrastText(child, around?.colour ?? own, hasFill || fill !== undefined);
  }
}

/** A cell of a table, which Graphviz draws as a polygon before its text. */
interface Cell {
  colour: Colour;
  xs: number[];
  ys: number[];
}

function readCell(shape: Element): Cell | null {
  const [fill, points] = [valueOf(shape, 'fill'), valueOf(shape, 'points')];
  if (shape.tagName !== 'polygon' || !fill || !points || THEMED.test(fill)) return null;
  const colour = fill === 'none' ? null : parseColour(fill);
  const pairs = points
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(',').map(Number));
  return colour && { colour, xs: pairs.map(([x]) => x ?? 0), ys: pairs.map(([, y]) => y ?? 0) };
}

function holds({ xs, ys }: Cell, text: Element): boolean {
  const [x, y] = ['x', 'y'].map((name) => Number(valueOf(text, name) ?? NaN));
  return isWithin(x, xs) && isWithin(y, ys);
}

function isWithin(value = NaN, values: readonly number[]): boolean {
  return value >= Math.min(...values) && value <= Math.max(...values);
}

/** Finds the colour that an author gave to the first shape of a part; null for one of the theme. */
function findGround(part: Element): Colour | null {
  for (const child of part.childNodes) {
    if (!('tagName' in child)) continue;
    const fill = valueOf(child, 'fill');
    if (SHAPES.has(child.tagName) && fill !== 'none') {
      return fill === undefined || THEMED.test(fill) ? null : parseColour(fill);
    }
    const inner = child.tagName === 'g' ? findGround(child) : null;
    if (inner) return inner;
  }
  return null;
}

function chooseInk(ground: Colour): string {
  const [dark, light] = INKS.map((ink) => {
    const colour = parseColour(ink);
    return colour ? contrastOf(colour, { ...ground, a: 1 }) : 0;
  });
  return (dark ?? 0) >= (light ?? 0) ? INKS[0] : INKS[1];
}

function valueOf({ attrs }: Element, wanted: string): string | undefined {
  return attrs.find(({ name }) => name === wanted)?.value;
}

function setFill(element: Element, value: string): void {
  element.attrs = [...element.attrs.filter(({ name }) => name !== 'fill'), { name: 'fill', value }];
}
