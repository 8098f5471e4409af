import type { BoxLine, BoxPlace, ShapeBox } from '../../../talk/model/pptx-boxes.ts';
import { findGround, readPaint, toHex } from './css-colour.ts';
import { readGradient } from './css-gradient.ts';

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;
type Side = (typeof SIDES)[number];
/** A sharp shadow: a copy of the shape at another place. */
const COPY = /((?:rgb|oklab|oklch|color)\([^)]*\)) (-?[\d.]+)px (-?[\d.]+)px 0px 0px(?! inset)/g;

/** Reads an element's own background and borders. */
export function readShapes(element: Element, place: BoxPlace): ShapeBox[] {
  const style = getComputedStyle(element);
  if (style.display.startsWith('inline') && style.display !== 'inline-block') return [];
  const behind = findGround(element.parentElement);
  const gradient = readGradient(style, place);
  const paint = gradient ? { fill: null, gradient } : readFill(element, style, behind);
  const radius = Math.min(
    Number.parseFloat(style.borderTopLeftRadius) || 0,
    place.width / 2,
    place.height / 2,
  );
  const lines = SIDES.map((side) => readLine(style, side, behind));
  const [line] = lines;
  const isFrame = line && lines.every((other) => other && isEqual(line, other));
  if (isFrame) return [{ kind: 'shape', ...inset(place, line.width), ...paint, line, radius }];
  const ground: ShapeBox[] =
    paint.fill === null && !gradient
      ? []
      : [{ kind: 'shape', ...place, ...paint, line: null, radius }];
  const edges = SIDES.flatMap((side, index) => {
    const edge = lines[index];
    if (!edge) return [];
    const at = placeLine(place, side, edge.width);
    return [{ kind: 'shape' as const, ...at, fill: edge.colour, line: null, radius: 0 }];
  });
  return [...readCopies(style, ground, behind), ...ground, ...edges];
}

/** Reads the fill: over a picture it lets as much through as on the page, over paper it is blended with it. */
function readFill(
  element: Element,
  { backgroundColor }: CSSStyleDeclaration,
  behind: string,
): Pick<ShapeBox, 'fill' | 'opacity'> {
  const { colour, opacity } = readPaint(backgroundColor);
  const isOnPicture = element.closest('.slide')?.querySelector(':scope > .slide-ground');
  if (opacity > 0 && opacity < 1 && isOnPicture) return { fill: colour, opacity };
  return { fill: toHex(backgroundColor, behind) };
}

function readCopies(
  { boxShadow }: CSSStyleDeclaration,
  [ground]: readonly ShapeBox[],
  behind: string,
): ShapeBox[] {
  if (!ground) return [];
  return [...boxShadow.matchAll(COPY)].flatMap(([, colour = '', x, y]) => {
    const fill = toHex(colour, behind);
    return fill === null
      ? []
      : [{ ...ground, x: ground.x + Number(x), y: ground.y + Number(y), fill }];
  });
}

function readLine(style: CSSStyleDeclaration, side: Side, behind: string): BoxLine | null {
  const width = Number.parseFloat(style[`border${side}Width`]);
  const colour = toHex(style[`border${side}Color`], behind);
  const isSeen = width > 0 && colour !== null && style[`border${side}Style`] !== 'none';
  return isSeen ? { colour, width } : null;
}

function isEqual(one: BoxLine, other: BoxLine): boolean {
  return one.width === other.width && one.colour === other.colour;
}

/** A line is centred on the edge of a shape. */
function inset({ x, y, width, height }: BoxPlace, line: number): BoxPlace {
  return { x: x + line / 2, y: y + line / 2, width: width - line, height: height - line };
}

function placeLine(box: BoxPlace, side: Side, width: number): BoxPlace {
  if (side === 'Top') return { ...box, height: width };
  if (side === 'Left') return { ...box, width };
  if (side === 'Bottom') return { ...box, y: box.y + box.height - width, height: width };
  return { ...box, x: box.x + box.width - width, width };
}
