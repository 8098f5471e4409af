import type { BoxPlace, PictureBox } from '../../talk/model/pptx-boxes.ts';
import { readLink } from './text-style.ts';

const SHOT = 'data-box-shot';
/** Addresses of JPEG files. */
const PHOTO = /^data:image\/jpeg|\.jpe?g(?:[?#]|$)/i;
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
  const isPhoto = url === '' && isOpaque(image);
  const box = {
    kind: 'picture' as const,
    ...place,
    url,
    alt: image.alt,
    ...(isPhoto ? { isPhoto } : {}),
  };
  return { ...box, ...(link ? { link } : {}), shot: nameShot(image) };
}

/** Reads a page in a frame as a picture; on paper only pages of the project are in frames. */
export function readFrame(frame: HTMLIFrameElement, place: BoxPlace): PictureBox {
  return { kind: 'picture', ...place, url: '', alt: frame.title, shot: nameShot(frame) };
}

/** Reports whether a picture is of a kind without transparency and covers its box, so that nothing shows through. */
export function isOpaque(image: HTMLImageElement): boolean {
  const { objectFit, borderRadius } = getComputedStyle(image);
  return PHOTO.test(image.currentSrc) && objectFit === 'cover' && borderRadius === '0px';
}

/** Reports whether a picture fills its box with all of itself; any other is taken as a screenshot. */
export function isWhole(
  { naturalWidth, naturalHeight }: HTMLImageElement,
  { width, height }: BoxPlace,
): boolean {
  return Math.abs((naturalWidth / naturalHeight) * (height / width) - 1) < ROUNDING;
}
