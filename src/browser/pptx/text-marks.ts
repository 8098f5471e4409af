import { writeFormulas } from './pptx-formulas.ts';
import { writeTasks } from './task-signs.ts';
import { isPlainList } from './list-marks.ts';
import { writeNumber } from './list-numbers.ts';
import { MARK } from './text-style.ts';

const STYLE = `
  [data-box-before]::before,
  [data-box-after]::after {
    content: none !important;
  }
`;
/** What the place among its siblings may decide of an element. */
const LOOK = [
  'background-color',
  'display',
  'color',
  'font-size',
  'font-style',
  'font-weight',
  'letter-spacing',
  'line-height',
  'margin',
  'padding',
];
const SIDES = ['before', 'after'] as const;
const STRINGS = /"((?:\\.|[^"\\])*)"/g;
/** The sign of something that plays, in every office face. */
const TRIANGLE = '\u25ba';
/** The stylesheet's counter for lists. */
const NUMBER = 'counter(list-item';
const UNSEEN = new Set(['none', 'normal']);
let names: readonly string[] | undefined;

/**
 * Replaces marks drawn by CSS, such as line numbers, dots and bars, by elements that are read as all others. Marks of
 * plain lists stay and become the list's own.
 */
export function makeMarksReal(slides: readonly Element[]): void {
  slides.forEach(writeFormulas);
  slides.forEach(writeTasks);
  const style = document.createElement('style');
  style.textContent = STYLE;
  document.head.append(style);
  const marks = slides
    .flatMap((slide) => [...slide.querySelectorAll('*')])
    .filter(
      (element) =>
        !(element instanceof SVGElement || element.closest('.notes') || isPlainItem(element)),
    )
    .flatMap((element) => SIDES.flatMap((side) => readMark(element, side) ?? []));
  const looks = new Map(
    marks.flatMap(({ element }) => [element, ...element.children].map(readLook)),
  );
  for (const { element, side, mark } of marks) {
    element.setAttribute(`data-box-${side}`, '');
    // What is behind the words is read before them.
    if (side === 'before' || Number(mark.style.zIndex) < 0) element.prepend(mark);
    else element.append(mark);
  }
  // A rule for the first, the last or the only child holds for another element now. What is inherited may need a second look.
  if (keepLooks(looks)) keepLooks(looks);
}

interface Mark {
  element: Element;
  side: (typeof SIDES)[number];
  mark: HTMLElement;
}

function readLook(element: Element): [Element, string[]] {
  const style = getComputedStyle(element);
  return [element, LOOK.map((name) => style.getPropertyValue(name))];
}

/**
 * Gives elements the looks that they had; returns whether some looked different. All are read before any is written: after
 * each write the browser computes the styles of the page again.
 */
function keepLooks(looks: ReadonlyMap<Element, readonly string[]>): boolean {
  const changes = [...looks].flatMap(([element, look]) => {
    if (!(element instanceof HTMLElement)) return [];
    const [, now] = readLook(element);
    const { style } = element;
    return LOOK.flatMap((name, index) => {
      const value = look[index] ?? '';
      return now[index] === value ? [] : { style, name, value };
    });
  });
  for (const { style, name, value } of changes) style.setProperty(name, value);
  return changes.length > 0;
}

/** Reports whether a mark is a triangle to the right: the end of a border between two that cannot be seen. */
function isTriangle(style: CSSStyleDeclaration): boolean {
  const { content, borderTopWidth, borderTopColor, borderLeftColor } = style;
  const isEdge = Number.parseFloat(borderTopWidth) > 2 && borderTopColor !== borderLeftColor;
  return content === '""' && isEdge && /[,/] 0\)$/.test(borderTopColor);
}

function isPlainItem(element: Element): boolean {
  const list = element.parentElement;
  return element.matches('li') && list !== null && isPlainList(list);
}

/** Lists the properties of a computed style: all such styles of a browser have the same. */
function listNames(style: CSSStyleDeclaration): readonly string[] {
  return (names ??= [...style]);
}

function readMark(element: Element, side: Mark['side']): Mark | null {
  const style = getComputedStyle(element, `::${side}`);
  if (UNSEEN.has(style.content) || style.display === 'none') return null;
  const mark = document.createElement('span');
  mark.setAttribute(MARK, '');
  // One text is parsed faster than four hundred properties are set.
  mark.style.cssText = listNames(style)
    .map((name) => `${name}: ${style.getPropertyValue(name)}`)
    .join('; ');
  if (isTriangle(style)) {
    mark.style.border = '0';
    mark.textContent = TRIANGLE;
    return { element, side, mark };
  }
  mark.textContent = style.content.startsWith(NUMBER)
    ? writeNumber(element)
    : [...style.content.matchAll(STRINGS)].map(([, text]) => text).join('');
  return { element, side, mark };
}
