import type { BoxParagraph } from '../../talk/model/pptx-boxes.ts';
import { findGround, toHex } from './css/css-colour.ts';
import { isInline } from './text-flow.ts';
import { numberItems, readKind } from './list-numbers.ts';
import { readParagraphs } from './text-box.ts';
import { round } from './text-style.ts';

/** Reports whether a list contains only text and lists, so that it can be one text box. */
export function isPlainList(list: Element): boolean {
  return list.matches('ul, ol') && [...list.children].every(isPlainItem);
}

/** Reads a list and its nested lists as paragraphs. */
export function readList(list: Element, level = 0): BoxParagraph[] {
  const numbers = list instanceof HTMLOListElement ? numberItems(list) : [];
  let series: { start: number; next: number } | null = null;
  return [...list.children].flatMap((item, index) => {
    const own = [...item.childNodes].filter((node) => !isList(node));
    const mark = readMark(item);
    const number = numbers[index];
    if (number !== undefined && series?.next !== number) series = { start: number, next: number };
    const numbering = series && { start: series.start, kind: readKind(list) };
    const place = { level: mark === null ? null : level, numbering, mark };
    const text = readParagraphs(own, item, place);
    // A paragraph without a number ends a series.
    series = series && text.length === 1 ? { ...series, next: series.next + 1 } : null;
    return [
      ...text,
      ...[...item.children].filter(isList).flatMap((inner) => readList(inner, level + 1)),
    ];
  });
}

/** Reads the mark of an item, from the browser or from CSS: a number, a dot, a bar. */
function readMark(item: Element): string | null {
  const before = getComputedStyle(item, '::before');
  const own = getComputedStyle(item);
  const behind = findGround(item);
  if (before.content === 'none' || before.content === 'normal') {
    return own.listStyleType === 'none' ? null : toHex(own.color, behind);
  }
  return toHex(before.backgroundColor, behind) ?? toHex(before.color, behind);
}

function isPlainItem(item: Element): boolean {
  if (!item.matches('li') || getComputedStyle(item).display !== 'list-item') return false;
  return [...item.children].every((child) =>
    child.matches('ul, ol')
      ? isPlainList(child)
      : isInline(child) && !child.querySelector('img, svg'),
  );
}

function isList(node: Node): node is Element {
  return node instanceof Element && node.matches('ul, ol');
}

/** Reports whether the text of an item, without nested lists, takes one line. */
export function isOneLine(item: Element): boolean {
  const range = document.createRange();
  range.selectNodeContents(item);
  const inner = item.querySelector(':scope > :is(ul, ol)');
  if (inner) range.setEndBefore(inner);
  const { lineHeight } = getComputedStyle(item);
  return range.getBoundingClientRect().height < 1.6 * Number.parseFloat(lineHeight);
}

/** Reads the gap between the items of a list. */
export function readGap(element: Element): number {
  const [first, second] = element.matches('ul, ol') ? element.children : [];
  if (!first || !second) return 0;
  const gap = second.getBoundingClientRect().top - first.getBoundingClientRect().bottom;
  return Math.max(0, round(gap));
}
