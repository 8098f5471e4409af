import type { BoxPlace, PictureBox } from '../../talk/model/pptx-boxes.ts';
import { readLink } from './text-style.ts';

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

/** Reads a picture with the link around it; one that does not fill its box has no address, and a screenshot is taken. */
export function readPicture(image: HTMLImageElement, place: BoxPlace): PictureBox {
  const url = isWhole(image, place) ? image.currentSrc : '';
  const anchor = image.closest('a[href]');
  const link = anchor && readLink(anchor);
  const box = { kind: 'picture' as const, ...place, url, alt: image.alt };
  return { ...box, ...(link ? { link } : {}), shot: nameShot(image) };
}

/** Reports whether a picture fills its box with all of itself; any other is taken as a screenshot. */
export function isWhole(
  { naturalWidth, naturalHeight }: HTMLImageElement,
  { width, height }: BoxPlace,
): boolean {
  return Math.abs((naturalWidth / naturalHeight) * (height / width) - 1) < ROUNDING;
}
