import type { BoxPlace, PictureBox } from '../../talk/model/pptx-boxes.ts';
import { readLink } from './text-style.ts';

const SHOT = 'data-box-shot';
/** Addresses of JPEG files. */
const PHOTO = /^data:image\/jpeg|\.jpe?g(?:[?#]|$)/i;
/** Ways to show all of a picture, and the place of it in its box in percent. */
const WHOLE = new Set(['contain', 'scale-down']);
const SHARES = /^(-?[\d.]+)% (-?[\d.]+)%$/;
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

/** Reads a picture with the link around it; one that is cut to its box has no address, and a screenshot is taken. */
export function readPicture(image: HTMLImageElement, box: BoxPlace): PictureBox {
  const place = findShown(image, box);
  const url = isWhole(image, place) ? image.currentSrc : '';
  const anchor = image.closest('a[href]');
  const link = anchor && readLink(anchor);
  const isPhoto = url === '' && isOpaque(image);
  const picture = {
    kind: 'picture' as const,
    ...place,
    url,
    alt: image.alt,
    ...(isPhoto ? { isPhoto } : {}),
  };
  return { ...picture, ...(link ? { link } : {}), shot: nameShot(image) };
}

/** Finds the part of a box that a picture fills which is shown whole in it. */
function findShown(image: HTMLImageElement, box: BoxPlace): BoxPlace {
  const { objectFit, objectPosition, padding, borderWidth } = getComputedStyle(image);
  const { naturalWidth, naturalHeight } = image;
  const shares = SHARES.exec(objectPosition);
  const isPlain = padding === '0px' && borderWidth === '0px' && naturalWidth * naturalHeight > 0;
  if (!WHOLE.has(objectFit) || !shares || !isPlain) return box;
  const scale = Math.min(
    box.width / naturalWidth,
    box.height / naturalHeight,
    objectFit === 'contain' ? Infinity : 1,
  );
  const [width, height] = [naturalWidth * scale, naturalHeight * scale];
  const [across = 0, down = 0] = shares.slice(1).map((share) => Number(share) / 100);
  return {
    x: box.x + across * (box.width - width),
    y: box.y + down * (box.height - height),
    width,
    height,
  };
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
