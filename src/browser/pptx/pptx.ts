import type { Box, BoxPlace, ShapeBox, SlideBoxes, TextBox } from '../../talk/model/pptx-boxes.ts';
import { findSlides } from '../page/page.ts';
import { readCode } from './code-box.ts';
import { readBackground, readBleed } from './slide-background.ts';
import { writeDrawing } from './drawing-shapes.ts';
import { cutFlow, SHOWN_AS_PICTURE } from './text-flow.ts';
import { markForms, readForm, takeForm } from './form-box.ts';
import { isOneLine, isPlainList, readGap, readList } from './list-marks.ts';
import { makeMarksReal } from './text-marks.ts';
import { readShapes } from './css/css-shape.ts';
import { readStripes } from './stripe-shapes.ts';
import { nameShot, readFrame, readPicture } from './screenshot-box.ts';
import { measureIndent, measureStart } from './text-start.ts';
import { isSeen, measure, readColumn, round } from './text-style.ts';
import { readTable } from './table-box.ts';
import { keepsSpace, readParagraphs } from './text-box.ts';

export { showAlone } from './screenshot-box.ts';

const TITLE = '.slide-title';
/** How much wider than in ours words may be in another face. */
const SLACK = 0.08;

/** Reads the slides of a print view as boxes that another program can draw and edit; some blocks draw themselves there. */
export function readSlideBoxes(forms: readonly string[] = []): SlideBoxes[] {
  const slides = findSlides(document);
  markForms(slides, forms);
  makeMarksReal(slides);
  return slides.map((slide) => {
    const origin = slide.getBoundingClientRect();
    const { layer, ...background } = readBackground(slide, origin);
    const children = [...slide.children].filter((child) => child !== layer);
    return {
      id: slide.id,
      ...background,
      boxes: [
        ...readStripes(slide, layer !== null),
        ...readBleed(slide, origin),
        ...children.flatMap((child) => readBoxes(child, origin)),
      ],
    };
  });
}

function readBoxes(element: Element, origin: DOMRect): Box[] {
  if (!isSeen(element) || element.matches('.bleed img')) return [];
  const place = measure(element.getBoundingClientRect(), origin);
  if (takeForm(element)) return [readForm(element, place, readBoxes(element, origin))];
  const block = element.closest('[data-block]')?.getAttribute('data-block') ?? null;
  if (element instanceof SVGSVGElement) {
    if (place.width < 1 || place.height < 1) return [];
    const svg = writeDrawing(element);
    const alt = element.getAttribute('aria-label') ?? '';
    return [{ kind: 'drawing', ...place, svg, alt, block, shot: nameShot(element) }];
  }
  if (element instanceof HTMLImageElement) return [readPicture(element, place)];
  if (element instanceof HTMLIFrameElement) return [readFrame(element, place)];
  if (element.matches(SHOWN_AS_PICTURE) || element.shadowRoot) {
    const alt = element.getAttribute('aria-label') ?? '';
    return [{ kind: 'picture', ...place, url: '', alt, shot: nameShot(element) }];
  }
  if (element instanceof HTMLTableElement && !element.querySelector('svg, img')) {
    const table = readTable(element, origin);
    const caption = element.caption ? readBoxes(element.caption, origin) : [];
    return table ? [...caption, table] : caption;
  }
  const shapes = readShapes(element, place);
  if (isPlainList(element)) {
    const paragraphs = readList(element);
    const text = toTextBox(element, place, {
      paragraphs,
      first: element,
      origin,
    });
    return text ? [...shapes, text] : shapes;
  }
  if (element.matches('pre')) return [...shapes, ...readCode(element, origin, readPart)];
  const inner = cutFlow(element).flatMap((part) => readPart(part, element, origin));
  return [...fitGround(shapes, inner, element), ...inner];
}

/** Widens a ground that is as wide as its strong words: in the faces of office programs these are wider. */
function fitGround(shapes: ShapeBox[], inner: readonly Box[], element: Element): ShapeBox[] {
  const [ground, ...more] = shapes;
  const [text, ...others] = inner;
  if (!ground || !text || more.length + others.length > 0) return shapes;
  const isStrong =
    text.kind === 'text' && text.paragraphs.some(({ runs }) => runs.some(({ isBold }) => isBold));
  if (!isStrong || !text.isSingle || ground.line) return shapes;
  const { paddingLeft, paddingRight } = getComputedStyle(element);
  const padding = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight);
  if (ground.width - text.width - padding > 2) return shapes;
  const extra = round(text.width * SLACK);
  const share = { left: 0, center: 0.5, right: 1 }[text.paragraphs[0]?.align ?? 'left'];
  return [{ ...ground, x: ground.x - extra * share, width: ground.width + extra }];
}

function readPart(part: Node[] | Element, parent: Element, origin: DOMRect): Box[] {
  if (!Array.isArray(part)) return readBoxes(part, origin);
  const paragraphs = readParagraphs(part, parent);
  const nodes = keepsSpace(parent) ? part : part.slice(part.findIndex(hasWords));
  const [first] = nodes;
  const last = nodes.at(-1);
  if (!first || !last || paragraphs.length === 0) return [];
  const range = document.createRange();
  // A space behind an icon is not part of the text.
  if (first instanceof Text && nodes !== part) range.setStart(first, first.data.search(/\S/));
  else range.setStartBefore(first);
  range.setEndAfter(last);
  const place = measure(range.getBoundingClientRect(), origin);
  const text = toTextBox(parent, place, { paragraphs, first, origin });
  return text ? [text] : [];
}

function hasWords({ textContent }: Node): boolean {
  return textContent?.trim() !== '';
}

interface BoxText {
  paragraphs: TextBox['paragraphs'];
  /** Start of the text. */
  first: Node;
  origin: DOMRect;
}

function toTextBox(
  element: Element,
  place: BoxPlace,
  { paragraphs, first, origin }: BoxText,
): TextBox | null {
  if (paragraphs.length === 0 || place.width < 1) return null;
  const { lineHeight, fontSize } = getComputedStyle(element);
  const leading = Number.parseFloat(lineHeight) || 1.2 * Number.parseFloat(fontSize);
  const isTitle = element.closest(TITLE) !== null;
  const gap = readGap(element);
  const isSingle = element.matches('ul, ol')
    ? [...element.querySelectorAll('li')].every(isOneLine)
    : place.height < (paragraphs.length + 0.6) * leading;
  const start = measureStart(first, origin);
  const baseline = start?.baseline ?? place.y + 0.8 * leading;
  const indent = start && element.matches('ul, ol') ? measureIndent(element, place, start) : 0;
  const size = { leading, gap, isSingle, baseline, indent };
  return {
    kind: 'text',
    ...place,
    ...readColumn(element.closest(TITLE), origin),
    isTitle,
    paragraphs,
    ...size,
  };
}
