import {
  contrastOf,
  layOver,
  toHex,
  type Colour,
} from '../../../src/browser/check/contrast-colour.ts';
import { fault, type Fault } from '../fault.ts';
import { meet, type Box, type Point } from './geometry.ts';
import { lookOf, paperOf, type Mode } from './looks.ts';
import type { Run } from './runs.ts';
import type { Shape } from './shapes.ts';

/** One thing painted below a text. */
interface Layer {
  element: SVGElement;
  part: 'fill' | 'stroke';
}

/** A text, and what is painted below its letters: one list of layers for each different ground. */
export interface Grounds {
  run: Run;
  stacks: Layer[][];
}

const MIN = { text: 4.5, large: 3 };
const LARGE = 40;
/** Distance of the points at which a letter is tried, in pixels. */
const STEP = 2;
const ROUNDING = 0.005;
const NOTHING: Colour = { r: 0, g: 0, b: 0, a: 0 };

/** Finds what is painted below the letters of a drawing; later shapes are above a text and do not count. */
export function findGrounds(
  runs: readonly Run[],
  shapes: readonly Shape[],
  [dx, dy]: Point,
): Grounds[] {
  return runs.map((run): Grounds => {
    if (run.look.hasHalo) return { run, stacks: [[]] };
    const area = move(run.box, -dx, -dy);
    const below = shapes.filter(({ element, box }) => meet(box, area) && isBelow(element, run));
    if (below.length === 0) return { run, stacks: [[]] };
    const stacks = new Map<string, Layer[]>();
    for (const glyph of run.listGlyphs()) addStacks(stacks, below, move(glyph, -dx, -dy));
    return { run, stacks: stacks.size === 0 ? [[]] : [...stacks.values()] };
  });
}

function isBelow(element: Element, { element: text }: Run): boolean {
  return (element.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function addStacks(stacks: Map<string, Layer[]>, below: readonly Shape[], glyph: Box): void {
  const near = below.filter(({ box }) => meet(box, glyph));
  // The outermost pixel of a letter may touch what is beside it.
  for (let x = glyph.left + 1; x <= glyph.right - 1; x += STEP) {
    for (let y = glyph.top + 1; y <= glyph.bottom - 1; y += STEP) {
      const layers = near.flatMap((shape) => listLayers(shape, [x, y]));
      // Shapes that look the same are one ground.
      const key = layers.map(({ element, part }) => `${element.getAttribute('class')} ${part}`);
      if (!stacks.has(key.join())) stacks.set(key.join(), layers);
    }
  }
}

function listLayers({ element, hasFill, stroke, ...shape }: Shape, point: Point): Layer[] {
  const layers: Layer[] = [];
  if (hasFill && shape.isFilledAt(point)) layers.push({ element, part: 'fill' });
  if (stroke > 0 && shape.isStrokedAt(point)) layers.push({ element, part: 'stroke' });
  return layers;
}

function move({ left, top, right, bottom }: Box, dx: number, dy: number): Box {
  return { left: left + dx, right: right + dx, top: top + dy, bottom: bottom + dy };
}

/** Finds texts with too little contrast in a mode of the page. */
export function findFaint(grounds: readonly Grounds[], mode: Mode): Fault[] {
  return grounds.flatMap(({ run, stacks }) => {
    const { element } = run;
    const paper = paperOf(element, mode);
    const { fill, stroke, hasHalo } = lookOf(element, mode);
    const ink = fill ?? NOTHING;
    const least = run.size >= LARGE ? MIN.large : MIN.text;
    const ratios = stacks.map((layers) => {
      const ground = layers.reduce((under, layer) => layOver(paintOf(layer, mode), under), paper);
      const base = hasHalo && stroke ? layOver(stroke, paper) : ground;
      return { ratio: contrastOf(layOver(ink, base), base), base, layers };
    });
    const worst = ratios.reduce((a, b) => (b.ratio < a.ratio ? b : a));
    if (worst.ratio >= least - ROUNDING) return [];
    const over = worst.layers.map((layer) => layer.element.getAttribute('class')).join(' and ');
    const colours = `${toHex(ink)} on ${toHex(worst.base)}`;
    const where = over === '' ? '' : ` over ${over}`;
    const ratio = worst.ratio.toFixed(2);
    return [fault('contrast', `"${run.text}" has ${ratio} in ${mode}, ${colours}${where}`)];
  });
}

function paintOf({ element, part }: Layer, mode: Mode): Colour {
  return lookOf(element, mode)[part] ?? NOTHING;
}
