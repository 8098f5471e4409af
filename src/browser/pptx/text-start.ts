import type { BoxPlace } from '../../talk/model/pptx-boxes.ts';
import { measureAscent } from './css/css-colour.ts';
import { MARK, round } from './text-style.ts';

/** Position of a text's first letter. */
export interface TextStart {
  baseline: number;
  left: number;
  right: number;
}

/** Measures the distance of a list's text from its marks. */
export function measureIndent(
  list: Element,
  { x, width }: BoxPlace,
  { left, right }: TextStart,
): number {
  const isRightToLeft = getComputedStyle(list).direction === 'rtl';
  return Math.max(0, round(isRightToLeft ? x + width - right : left - x));
}

/** Finds the position of the first letter within a node. */
export function measureStart(node: Node, origin: DOMRect): TextStart | null {
  const text = findWords(node);
  if (!text?.parentElement) return null;
  const at = text.data.search(/\S/);
  const range = document.createRange();
  range.setStart(text, at);
  range.setEnd(text, at + 1);
  const { top, left } = range.getBoundingClientRect();
  // A right-to-left line can begin with a left-to-right word.
  range.selectNodeContents(text);
  const { right } = range.getBoundingClientRect();
  const ascent = measureAscent(getComputedStyle(text.parentElement));
  return {
    baseline: round(top + ascent - origin.top),
    left: left - origin.left,
    right: right - origin.left,
  };
}

/** Finds the first visible text within a node, without marks. */
function findWords(node: Node): Text | null {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const first = node instanceof Text ? node : walker.nextNode();
  for (let text = first; text; text = walker.nextNode()) {
    const isMark = text.parentElement?.hasAttribute(MARK) ?? false;
    if (text instanceof Text && !isMark && text.data.trim() !== '') return text;
  }
  return null;
}
