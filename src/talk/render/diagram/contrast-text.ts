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
  for (const child of element.childNodes) {
    if ('tagName' in child) contrastText(child, own, hasFill || fill !== undefined);
  }
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
