import type { BoxNumbering } from '../../talk/model/pptx-boxes.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Kinds of numbers by their names in CSS. */
const KINDS: Readonly<Record<string, string>> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
};
const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

/** Returns the number of an item as its list writes it. */
export function writeNumber(item: Element): string {
  const list = item.parentElement;
  if (!(list instanceof HTMLOListElement)) return '';
  const items = [...list.children].filter((child) => child instanceof HTMLLIElement);
  const number = numberItems(list)[items.findIndex((child) => child === item)] ?? 1;
  const kind = readKind(list);
  if (kind === 'decimal' || number < 1) return String(number);
  const text = kind.toLowerCase() === 'a' ? toLetters(number) : toRoman(number);
  return kind === kind.toLowerCase() ? text : text.toUpperCase();
}

/** Returns the kind of numbers that a list has. */
export function readKind(list: Element): BoxNumbering['kind'] {
  const type = KINDS[getComputedStyle(list).listStyleType] ?? list.getAttribute('type');
  return type === 'a' || type === 'A' || type === 'i' || type === 'I' ? type : 'decimal';
}

/** Returns the numbers of a list's items, as browsers count them: from its start, by each value, and backwards if reversed. */
export function numberItems(list: HTMLOListElement): number[] {
  const items = [...list.children].filter((item) => item instanceof HTMLLIElement);
  const step = list.reversed ? -1 : 1;
  const hasStart = list.hasAttribute('start');
  let next = hasStart || !list.reversed ? list.start : items.length;
  return items.map((item) => {
    const number = item.hasAttribute('value') ? item.value : next;
    next = number + step;
    return number;
  });
}

function toLetters(number: number): string {
  const rest = Math.floor((number - 1) / LETTERS.length);
  return (rest > 0 ? toLetters(rest) : '') + LETTERS.charAt((number - 1) % LETTERS.length);
}

function toRoman(number: number): string {
  let left = number;
  let text = '';
  for (const [value, letters] of ROMAN) {
    text += letters.repeat(Math.floor(left / value));
    left %= value;
  }
  return text;
}
