import type { BoxPlace, TextStyle } from '../../talk/model/pptx-boxes.ts';
import { findAddressed } from '../page/page-address.ts';
import { slideIdOf } from '../page/page.ts';
import { findGround, toHex } from './css/css-colour.ts';

const BOLD = 600;

/** Marks an element that replaces a pseudo-element. */
export const MARK = 'data-box-mark';

/** Reads the style of the text within an element. */
export function readTextStyle(element: Element): TextStyle {
  const style = getComputedStyle(element);
  const { fontSize, fontWeight, fontStyle, fontFamily, color } = style;
  const { display, backgroundColor } = style;
  const isMarked = display.startsWith('inline') && !element.matches('.line');
  const anchor = element.closest('a[href]');
  const isUnderlined = hasLine(element, 'underline') || (anchor && hasLine(anchor, 'underline'));
  const shifted = element.closest('sup, sub');
  const around = shifted?.parentElement;
  return {
    // Programs of slides make raised and lowered letters smaller themselves.
    size: Number.parseFloat(around ? getComputedStyle(around).fontSize : fontSize),
    isRaised: shifted?.matches('sup') ?? false,
    isLowered: shifted?.matches('sub') ?? false,
    colour: toHex(color, findGround(element)) ?? '000000',
    isBold: Number(fontWeight) >= BOLD,
    isItalic: fontStyle !== 'normal',
    isUnderlined: isUnderlined === true,
    isStruck: hasLine(element, 'line-through'),
    isMono: /^[^,]*mono/i.test(fontFamily),
    // Other programs underline every link, which often looks wrong.
    link: isUnderlined && anchor ? readLink(anchor) : null,
    // The ground of a line of code is a shape from edge to edge.
    ground: isMarked ? toHex(backgroundColor, findGround(element)) : null,
  };
}

/** Reads the target of a link; within the talk, the id of a slide after `#`. */
export function readLink(anchor: Element): string | null {
  const href = anchor.getAttribute('href');
  if (!href?.startsWith('#')) return href;
  const found = findAddressed(anchor.ownerDocument, href)?.element;
  const id = found && slideIdOf(found);
  return id ? `#${id}` : null;
}

/** Reports whether a line is drawn at the text of an element: lines of inline elements around it are as well. */
function hasLine(element: Element | null, line: string): boolean {
  if (!element) return false;
  const { textDecorationLine, display } = getComputedStyle(element);
  if (textDecorationLine.includes(line)) return true;
  return display === 'inline' && hasLine(element.parentElement, line);
}

/** Measures an element or some text relative to its slide. */
export function measure(rect: DOMRect, origin: DOMRect): BoxPlace {
  return {
    x: round(rect.left - origin.left),
    y: round(rect.top - origin.top),
    width: round(rect.width),
    height: round(rect.height),
  };
}

/** Rounds to hundredths of a pixel, so that equal slides give equal files. */
export function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}

/** Reports whether an element is visible. */
export function isSeen(element: Element): boolean {
  if (element.matches(UNSEEN)) return false;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0')
    return false;
  return style.clipPath !== 'inset(50%)';
}

const UNSEEN =
  'script, style, template, aside.notes, .step-mark, .visually-hidden, .footnote-back, title, desc';

/** Returns the place across the slide of a title's column, which another font may fill; null for other text. */
export function readColumn(
  title: Element | null,
  origin: DOMRect,
): Pick<BoxPlace, 'x' | 'width'> | null {
  const head = title?.closest('.slide-head');
  if (!head) return null;
  const { x, width } = measure(head.getBoundingClientRect(), origin);
  return { x, width };
}
