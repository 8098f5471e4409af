import { writeFormulas } from './pptx-formulas.ts';
import { isPlainList } from './list-marks.ts';
import { writeNumber } from './list-numbers.ts';
import { MARK } from './text-style.ts';

const STYLE = `
  [data-box-before]::before,
  [data-box-after]::after {
    content: none !important;
  }
`;
const SIDES = ['before', 'after'] as const;
const STRINGS = /"((?:\\.|[^"\\])*)"/g;
/** The stylesheet's counter for lists. */
const NUMBER = 'counter(list-item';
const UNSEEN = new Set(['none', 'normal']);

/**
 * Replaces marks drawn by CSS, such as line numbers, dots and bars, by elements that are read as all others. Marks of
 * plain lists stay and become the list's own.
 */
export function makeMarksReal(slides: readonly Element[]): void {
  slides.forEach(writeFormulas);
  const style = document.createElement('style');
  style.textContent = STYLE;
  document.head.append(style);
  for (const element of slides.flatMap((slide) => [...slide.querySelectorAll('*')])) {
    if (element instanceof SVGElement || element.closest('.notes') || isPlainItem(element))
      continue;
    for (const side of SIDES) makeReal(element, side);
  }
}

function isPlainItem(element: Element): boolean {
  const list = element.parentElement;
  return element.matches('li') && list !== null && isPlainList(list);
}

function makeReal(element: Element, side: (typeof SIDES)[number]): void {
  const style = getComputedStyle(element, `::${side}`);
  if (UNSEEN.has(style.content) || style.display === 'none') return;
  const mark = document.createElement('span');
  mark.setAttribute(MARK, '');
  for (const name of style) mark.style.setProperty(name, style.getPropertyValue(name));
  mark.textContent = style.content.startsWith(NUMBER)
    ? writeNumber(element)
    : [...style.content.matchAll(STRINGS)].map(([, text]) => text).join('');
  element.setAttribute(`data-box-${side}`, '');
  if (side === 'before') element.prepend(mark);
  else element.append(mark);
}
