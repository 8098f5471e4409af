import { MARK } from './text-style.ts';

/** What draws itself, which no shape or text of PowerPoint is like: also the fields of a form. */
export const SHOWN_AS_PICTURE =
  'canvas, .formula.display, input:not([type="hidden"]), select, textarea, meter, progress';

/** Reports whether an element is inline. */
export function isInline(element: Element): boolean {
  if (element instanceof SVGElement) return false;
  if (element.matches(`img, video, iframe, ${SHOWN_AS_PICTURE}`)) return false;
  // A mark without text, such as a colour sample, is a separate box.
  if (element.hasAttribute(MARK) && element.textContent === '') return false;
  const { display, position, float } = getComputedStyle(element);
  if (position === 'absolute' || position === 'fixed' || float !== 'none') return false;
  if (display === 'contents') return [...element.children].every(isInline);
  return display.startsWith('inline') && [...element.children].every(isInline);
}

/** Splits an element's content into runs of text and separate elements. */
export function cutFlow(element: Element): (Node[] | Element)[] {
  const parts: (Node[] | Element)[] = [];
  // Children of a flex or grid container are separate.
  const isPlacing = /flex|grid/.test(getComputedStyle(element).display);
  for (const node of element.childNodes) {
    if (node instanceof Comment) continue;
    const isText =
      node instanceof Text || (node instanceof Element && !isPlacing && isInline(node));
    const last = parts.at(-1);
    if (!isText) {
      if (node instanceof Element) parts.push(node);
    } else if (Array.isArray(last) && !isPlacing) last.push(node);
    else parts.push([node]);
  }
  return parts;
}
