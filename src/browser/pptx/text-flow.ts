import { MARK } from './text-style.ts';

/** Reports whether an element stands within a line of text. */
export function isInline(element: Element): boolean {
  if (element instanceof SVGElement || element.matches('img, video, canvas, iframe')) return false;
  // A mark without words, such as a sample of a colour, stands for itself.
  if (element.hasAttribute(MARK) && element.textContent === '') return false;
  const { display, position, float } = getComputedStyle(element);
  if (position === 'absolute' || position === 'fixed' || float !== 'none') return false;
  if (display === 'contents') return [...element.children].every(isInline);
  return display.startsWith('inline') && [...element.children].every(isInline);
}

/** Cuts what an element holds into stretches of text and elements that stand for themselves. */
export function cutFlow(element: Element): (Node[] | Element)[] {
  const parts: (Node[] | Element)[] = [];
  // What a flex or grid container holds is placed piece by piece.
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
