import { layOver, type Colour, type ReadColour } from './contrast-colour.ts';
import type { Ground } from './ground.ts';

const SHAPES = 'rect, path, circle, ellipse, polygon';

interface Shape {
  element: SVGGeometryElement;
  box: DOMRect;
  colour: Colour;
}

/** Builds a function that paints the shapes of a drawing, up to a text in it, onto its background. */
export function createPainter(
  read: ReadColour,
): (text: Element, point: DOMPoint, ground: Ground) => Ground {
  const known = new Map<SVGSVGElement, Shape[]>();
  return (text, point, ground) => {
    const svg = outermost(text);
    if (!svg || !ground) return ground;
    const shapes = known.get(svg) ?? listShapes(svg, read);
    known.set(svg, shapes);
    return shapes
      .filter((shape) => isBefore(shape.element, text) && isUnder(shape, point))
      .reduce<readonly Colour[]>(
        (below, { colour }) => below.map((under) => layOver(colour, under)),
        ground,
      );
  };
}

function outermost(text: Element): SVGSVGElement | null {
  let found: SVGSVGElement | null = null;
  for (let at = text.closest('svg'); at; at = at.parentElement?.closest('svg') ?? null) found = at;
  return found;
}

function listShapes(svg: SVGSVGElement, read: ReadColour): Shape[] {
  const shapes = [...svg.querySelectorAll<SVGGeometryElement>(SHAPES)];
  return shapes.flatMap((element) => {
    const style = getComputedStyle(element);
    if (style.fill === 'none' || style.visibility !== 'visible') return [];
    if (element.closest('defs, clipPath, mask, symbol') || !element.getClientRects()[0]) return [];
    const colour = read(style.fill);
    const a = colour.a * parseFloat(style.fillOpacity) * opacityOf(element, svg);
    return a < 0.01
      ? []
      : [{ element, box: element.getBoundingClientRect(), colour: { ...colour, a } }];
  });
}

function opacityOf(element: Element, svg: Element): number {
  let opacity = 1;
  for (let at: Element | null = element; at && at !== svg; at = at.parentElement) {
    opacity *= parseFloat(getComputedStyle(at).opacity);
  }
  return opacity;
}

function isBefore(shape: Element, text: Element): boolean {
  return (shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function isUnder({ element, box }: Shape, { x, y }: DOMPoint): boolean {
  if (x < box.left || x > box.right || y < box.top || y > box.bottom) return false;
  const matrix = element.getScreenCTM();
  return (
    matrix !== null && element.isPointInFill(new DOMPoint(x, y).matrixTransform(matrix.inverse()))
  );
}
