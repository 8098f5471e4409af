import {
  createColourReader,
  layOver,
  type Colour,
} from '../../../src/browser/check/contrast-colour.ts';

/** The modes of a page. */
export const MODES = ['light', 'dark'] as const;

/** One of `MODES`. */
export type Mode = (typeof MODES)[number];

/** How an element is painted in one mode of the page. */
export interface Look {
  /** Of the letters of a text. */
  fill: Colour | null;
  stroke: Colour | null;
  strokeWidth: number;
  /** Whether an outline in another colour lies below its letters. */
  hasHalo: boolean;
  /** The face of its letters, as a canvas reads it. */
  font: string;
  direction: 'ltr' | 'rtl';
}

const HALO_WIDTH = 4;
const root = document.documentElement;
const looks = new Map<string, Look>();
const papers = new Map<string, Colour>();
const readColour = createColourReader();
const WHITE: Colour = { r: 255, g: 255, b: 255, a: 1 };

/** Puts the page into a mode; to change it costs a new style of all that is on the page. */
export function setMode(mode: Mode): void {
  if (root.dataset['mode'] !== mode) root.dataset['mode'] = mode;
}

/**
 * Returns the look of an element of a block. Elements of one name, class, size and surroundings look the same, which
 * saves most of the time of a run.
 */
export function lookOf(element: Element, mode: Mode): Look {
  const key = keyOf(element, mode);
  const found = looks.get(key);
  if (found) return found;
  setMode(mode);
  const look = readLook(element);
  looks.set(key, look);
  return look;
}

/** Returns the ground of an element: the nearest opaque one behind it. */
export function paperOf(element: Element, mode: Mode): Colour {
  const outer = (element instanceof SVGElement && element.ownerSVGElement) || element;
  const key = keyOf(outer, mode);
  const found = papers.get(key);
  if (found) return found;
  setMode(mode);
  const paper = readPaper(outer);
  papers.set(key, paper);
  return paper;
}

const ATTRIBUTES = ['class', 'style', 'font-size', 'opacity'];

function keyOf(element: Element, mode: Mode): string {
  const parts = [mode, root.dir];
  for (let one: Element | null = element; one; one = one.parentElement) {
    parts.push(one.localName, ...ATTRIBUTES.map((name) => one?.getAttribute(name) ?? ''));
    if (one.localName === 'section') break;
  }
  return parts.join('|');
}

function readLook(element: Element): Look {
  const style = getComputedStyle(element);
  const isDrawn = element instanceof SVGElement;
  const opacity = isDrawn ? parseFloat(style.opacity) : 1;
  const stroke = readPaint(style.stroke, parseFloat(style.strokeOpacity) * opacity);
  const strokeWidth = stroke ? parseFloat(style.strokeWidth) : 0;
  return {
    fill: isDrawn
      ? readPaint(style.fill, parseFloat(style.fillOpacity) * opacity)
      : readPaint(style.color, 1),
    stroke,
    strokeWidth,
    hasHalo: style.paintOrder.startsWith('stroke') && strokeWidth >= HALO_WIDTH,
    ...readFace(style),
  };
}

/** Reads the face of letters from their style. */
export function readFace(style: CSSStyleDeclaration): Pick<Look, 'font' | 'direction'> {
  const { fontStyle, fontWeight, fontSize, fontFamily, direction } = style;
  return {
    font: `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`,
    direction: direction === 'rtl' ? 'rtl' : 'ltr',
  };
}

function readPaint(css: string, opacity: number): Colour | null {
  if (css === 'none') return null;
  if (css.startsWith('url('))
    throw new Error(`A drawing is painted with ${css}, whose colours are unknown.`);
  const colour = readColour(css);
  return { ...colour, a: colour.a * opacity };
}

function readPaper(element: Element): Colour {
  const layers: Colour[] = [];
  for (let one: Element | null = element; one; one = one.parentElement) {
    const colour = readColour(getComputedStyle(one).backgroundColor);
    if (colour.a > 0) layers.push(colour);
    if (colour.a === 1) break;
  }
  return layers.reduceRight((under, over) => layOver(over, under), WHITE);
}
