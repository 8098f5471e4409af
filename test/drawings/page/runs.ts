import { boxAround, type Box, type Point } from './geometry.ts';
import { lookOf, readFace, type Look } from './looks.ts';

/** Letters of one line in one face, and where their ink is, in pixels of the slide. */
export interface Run {
  text: string;
  element: Element;
  /** How it looks in light. */
  look: Look;
  /** Size of its letters. */
  size: number;
  /** Corners of the rectangle around the ink, which may be turned. */
  corners: Point[];
  /** The rectangle along the axes around it. */
  box: Box;
  /** The part of `box` along the line that letters keep for themselves, without a stroke that overhangs the next one. */
  body: Box;
  /** Lists the rectangles around the ink of each letter. */
  listGlyphs(): Box[];
}

/** Distances of ink from the baseline and from both ends of a text. */
interface Ink {
  up: number;
  down: number;
  left: number;
  right: number;
  ascent: number;
  width: number;
}

type Face = Pick<Look, 'font' | 'direction'>;

const pen = new OffscreenCanvas(1, 1).getContext('2d');
const inks = new Map<string, Ink>();
/** Scripts whose letters change with those beside them, so that only the whole is measured. */
const JOINED = /[\u0590-\u08ff\u0900-\u0dff]/;
const UNSEEN = '.chart-data, .notes, script, style, defs, title, desc';
const SEEN = { visibilityProperty: true, opacityProperty: true };

/** Lists the texts that are seen on a slide, each line by itself. */
export function listRuns(slide: HTMLElement): Run[] {
  const origin = slide.getBoundingClientRect();
  const walker = document.createTreeWalker(
    slide,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
    (node) =>
      node instanceof Element && node.matches(UNSEEN)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  const runs: Run[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!(node instanceof Text) || !element || node.data.trim() === '') continue;
    if (!element.checkVisibility(SEEN)) continue;
    if (element instanceof SVGTextContentElement) runs.push(...readDrawn(element, origin));
    else runs.push(...readWritten(node, element, origin));
  }
  return runs;
}

function readDrawn(element: SVGTextContentElement, origin: DOMRect): Run[] {
  const text = element.textContent;
  const look = lookOf(element, 'light');
  const matrix = element.getScreenCTM();
  if (!matrix || element.getNumberOfChars() === 0) return [];
  const box = element.getBBox();
  const ink = measureInk(text, look);
  const base = element.getStartPositionOfChar(0).y;
  const toPoint = (x: number, y: number): Point => [
    matrix.a * x + matrix.c * y + matrix.e - origin.left,
    matrix.b * x + matrix.d * y + matrix.f - origin.top,
  ];
  const toCorners = ({ left, top, right, bottom }: Box): Point[] => [
    toPoint(left, top),
    toPoint(right, top),
    toPoint(right, bottom),
    toPoint(left, bottom),
  ];
  const corners = toCorners({
    left: box.x + ink.left,
    right: box.x + box.width - ink.right,
    top: base - ink.up,
    bottom: base + ink.down,
  });
  return [
    {
      text,
      element,
      look,
      size: sizeOf(look) * Math.hypot(matrix.c, matrix.d),
      corners,
      box: boxAround(corners),
      body: boxAround(
        toCorners({
          left: box.x + Math.max(0, ink.left),
          right: box.x + box.width - Math.max(0, ink.right),
          top: base - ink.up,
          bottom: base + ink.down,
        }),
      ),
      listGlyphs: () =>
        placeGlyphs(text, look, [box.x, box.width]).map(({ left, right, up, down }) =>
          boxAround(toCorners({ left, right, top: base - up, bottom: base + down })),
        ),
    },
  ];
}

function readWritten(node: Text, element: Element, origin: DOMRect): Run[] {
  const range = document.createRange();
  range.selectNodeContents(node);
  const text = node.data.trim();
  // The size of written letters follows from the room of their block.
  const style = getComputedStyle(element);
  // Words for those who do not see them.
  if (style.clipPath === 'inset(50%)') return [];
  const face = readFace(style);
  const look = { ...lookOf(element, 'light'), ...face };
  const size = sizeOf(face);
  const ink = measureInk(text, face);
  return [...range.getClientRects()].flatMap((rect): Run[] => {
    if (rect.width < 1) return [];
    const base = rect.top - origin.top + ink.ascent;
    const [left, right] = [rect.left - origin.left, rect.right - origin.left];
    const box: Box = { left, right, top: base - ink.up, bottom: base + ink.down };
    const corners: Point[] = [
      [left, box.top],
      [right, box.top],
      [right, box.bottom],
      [left, box.bottom],
    ];
    return [{ text, element, look, size, corners, box, body: box, listGlyphs: () => [box] }];
  });
}

/** Returns the size of letters, before a drawing is scaled. */
function sizeOf({ font }: Face): number {
  return parseFloat(/[\d.]+(?=px)/.exec(font)?.[0] ?? '');
}

type Glyph = Pick<Ink, 'left' | 'right' | 'up' | 'down'>;

/** Places the letters of a text that begins somewhere and has some width. */
function placeGlyphs(text: string, face: Face, [x, width]: readonly [number, number]): Glyph[] {
  const whole = measureInk(text, face);
  if (JOINED.test(text))
    return [{ ...whole, left: x + whole.left, right: x + width - whole.right }];
  const letters = [...text].map((letter) => measureInk(letter, face));
  const sum = letters.reduce((total, letter) => total + letter.width, 0);
  const stretch = sum === 0 ? 1 : width / sum;
  let at = x;
  return letters.flatMap((letter): Glyph[] => {
    const left = at;
    at += letter.width * stretch;
    const isBlank = letter.up + letter.down <= 0;
    return isBlank ? [] : [{ ...letter, left: left + letter.left, right: at - letter.right }];
  });
}

function measureInk(text: string, { font, direction }: Face): Ink {
  const key = `${font} ${direction}\n${text}`;
  const found = inks.get(key);
  if (found) return found;
  if (!pen) throw new Error('There is no canvas to measure letters with.');
  pen.font = font;
  pen.direction = direction;
  pen.textAlign = 'left';
  const measured = pen.measureText(text);
  const ink = {
    up: measured.actualBoundingBoxAscent,
    down: measured.actualBoundingBoxDescent,
    left: -measured.actualBoundingBoxLeft,
    right: measured.width - measured.actualBoundingBoxRight,
    ascent: measured.fontBoundingBoxAscent,
    width: measured.width,
  };
  inks.set(key, ink);
  return ink;
}
