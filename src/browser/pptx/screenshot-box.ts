import type { BoxPlace } from '../../talk/model/pptx-boxes.ts';

const SHOT = 'data-box-shot';
const SHOWN = 'data-box-shown';
/** The rule holds for all pictures: another one for each would cost a new style of every element of the page. */
const STYLE = `
  html, body { background: none !important }
  body * { visibility: hidden !important }
  [${SHOWN}], [${SHOWN}] * { visibility: visible !important }`;
/** Tolerance for the aspect ratio of a picture. */
const ROUNDING = 0.01;

/** Shows only one picture or drawing, on a transparent page, for a screenshot; null shows everything again. */
export function showAlone(name: string | null): void {
  document.querySelector(`[${SHOWN}]`)?.removeAttribute(SHOWN);
  const style = document.querySelector(`#${SHOT}`);
  if (name === null) return style?.remove();
  document.querySelector(`[${SHOT}="${name}"]`)?.setAttribute(SHOWN, '');
  if (!style) addStyle();
}

function addStyle(): void {
  const style = document.createElement('style');
  style.id = SHOT;
  style.textContent = STYLE;
  document.head.append(style);
}

/** Assigns an element a name for `showAlone`. */
export function nameShot(element: Element): string {
  const name = String(document.querySelectorAll(`[${SHOT}]`).length);
  element.setAttribute(SHOT, name);
  return name;
}

/** Reports whether a picture fills its box with all of itself; any other is taken as a screenshot. */
export function isWhole(
  { naturalWidth, naturalHeight }: HTMLImageElement,
  { width, height }: BoxPlace,
): boolean {
  return Math.abs((naturalWidth / naturalHeight) * (height / width) - 1) < ROUNDING;
}
