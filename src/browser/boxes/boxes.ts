import type { Box, BoxPlace, ShapeBox, SlideBoxes, TextBox } from '../../talk/model/boxes.ts';
import { findSlides } from '../page.ts';
import { writeDrawing } from './drawing.ts';
import { cutFlow } from './flow.ts';
import { isPlainList, readList } from './list.ts';
import { isSeen, measure, round, toHex } from './style.ts';
import { readTable } from './table.ts';
import { readParagraphs } from './text.ts';

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;
const TITLE = '.slide-title';

/** Reads what stands on each slide of a print view as boxes that another program can draw and edit. */
export function readSlideBoxes(): SlideBoxes[] {
  return findSlides(document).map((slide) => {
    const ground = toHex(getComputedStyle(slide).backgroundColor) ?? 'FFFFFF';
    const origin = slide.getBoundingClientRect();
    return {
      id: slide.id,
      ground,
      boxes: [...slide.children].flatMap((child) => readBoxes(child, origin)),
    };
  });
}

function readBoxes(element: Element, origin: DOMRect): Box[] {
  if (!isSeen(element)) return [];
  const place = measure(element.getBoundingClientRect(), origin);
  const block = element.closest('[data-block]')?.getAttribute('data-block') ?? null;
  if (element instanceof SVGSVGElement) {
    if (place.width < 1 || place.height < 1) return [];
    return [{ kind: 'drawing', ...place, svg: writeDrawing(element), block }];
  }
  if (element instanceof HTMLImageElement) {
    return [{ kind: 'picture', ...place, url: element.currentSrc, alt: element.alt }];
  }
  if (element instanceof HTMLTableElement && !element.querySelector('svg, img')) {
    const table = readTable(element, origin);
    return table ? [table] : [];
  }
  const shapes = readShapes(element, place);
  if (isPlainList(element)) {
    const text = toTextBox(element, place, readList(element));
    return text ? [...shapes, text] : shapes;
  }
  const parts = element.matches('pre') ? [[...element.childNodes]] : cutFlow(element);
  return [...shapes, ...parts.flatMap((part) => readPart(part, element, origin))];
}

function readPart(part: Node[] | Element, parent: Element, origin: DOMRect): Box[] {
  if (!Array.isArray(part)) return readBoxes(part, origin);
  const [first] = part;
  const last = part.at(-1);
  const paragraphs = readParagraphs(part, parent);
  if (!first || !last || paragraphs.length === 0) return [];
  const range = document.createRange();
  range.setStartBefore(first);
  range.setEndAfter(last);
  const text = toTextBox(parent, measure(range.getBoundingClientRect(), origin), paragraphs);
  return text ? [text] : [];
}

function toTextBox(
  element: Element,
  place: BoxPlace,
  paragraphs: TextBox['paragraphs'],
): TextBox | null {
  if (paragraphs.length === 0 || place.width < 1) return null;
  const { lineHeight, fontSize } = getComputedStyle(element);
  const leading = Number.parseFloat(lineHeight) || 1.2 * Number.parseFloat(fontSize);
  const isSingle = paragraphs.length === 1 && place.height < 1.6 * leading;
  const isTitle = element.closest(TITLE) !== null;
  return { kind: 'text', ...place, isTitle, paragraphs, leading, gap: readGap(element), isSingle };
}

/** Items of a list stand apart. */
function readGap(element: Element): number {
  const [first, second] = element.matches('ul, ol') ? element.children : [];
  if (!first || !second) return 0;
  const gap = second.getBoundingClientRect().top - first.getBoundingClientRect().bottom;
  return Math.max(0, round(gap));
}

/** An element's own ground and the lines around it. */
function readShapes(element: Element, place: BoxPlace): ShapeBox[] {
  const style = getComputedStyle(element);
  const fill = toHex(style.backgroundColor);
  const ground: ShapeBox[] = fill === null ? [] : [{ kind: 'shape', ...place, fill }];
  const lines = SIDES.flatMap((side) => {
    const width = Number.parseFloat(style[`border${side}Width`]);
    const colour = toHex(style[`border${side}Color`]);
    if (!(width > 0) || colour === null || style[`border${side}Style`] === 'none') return [];
    return [{ kind: 'shape' as const, ...placeLine(place, side, width), fill: colour }];
  });
  return [...ground, ...lines];
}

function placeLine(box: BoxPlace, side: (typeof SIDES)[number], width: number): BoxPlace {
  if (side === 'Top') return { ...box, height: width };
  if (side === 'Left') return { ...box, width };
  if (side === 'Bottom') return { ...box, y: box.y + box.height - width, height: width };
  return { ...box, x: box.x + box.width - width, width };
}
