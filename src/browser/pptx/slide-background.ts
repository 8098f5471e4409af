import type { PictureBox, SlideBoxes } from '../../talk/model/pptx-boxes.ts';
import { toHex } from './css/css-colour.ts';
import { isOpaque, isWhole, nameShot } from './screenshot-box.ts';
import { measure } from './text-style.ts';

/** The background of a slide. */
export interface SlideBackground extends Pick<SlideBoxes, 'ground' | 'backdrop'> {
  /** The element that draws it; null for a slide without its own background. */
  layer: HTMLElement | null;
}

/** Reads a slide's background: its colour, and the picture or gradient over it. */
export function readBackground(slide: HTMLElement, origin: DOMRect): SlideBackground {
  const layer = slide.querySelector<HTMLElement>(':scope > .slide-ground');
  const paper = toHex(getComputedStyle(slide).backgroundColor) ?? 'FFFFFF';
  if (!layer) return { layer, ground: paper, backdrop: null };
  const ground = toHex(getComputedStyle(layer).backgroundColor, paper) ?? paper;
  return { layer, ground, backdrop: readBackdrop(layer, origin) };
}

/** Reads a slide's own picture or gradient; the file itself is used when none of it is cropped. */
function readBackdrop(layer: HTMLElement, origin: DOMRect): PictureBox | null {
  const isImage = layer instanceof HTMLImageElement;
  if (!isImage && getComputedStyle(layer).backgroundImage === 'none') return null;
  const place = measure(layer.getBoundingClientRect(), origin);
  const url = isImage && isWhole(layer, place) ? layer.currentSrc : '';
  return { kind: 'picture', ...place, url, alt: '', ...readPhoto(layer), shot: nameShot(layer) };
}

/** Reads the picture that reaches to the slide's edge, which lies behind all else. */
export function readBleed(slide: Element, origin: DOMRect): PictureBox[] {
  const image = slide.querySelector<HTMLImageElement>('.bleed img');
  if (!image) return [];
  const place = measure(image.getBoundingClientRect(), origin);
  const photo = readPhoto(image);
  return [{ kind: 'picture', ...place, url: '', alt: image.alt, ...photo, shot: nameShot(image) }];
}

function readPhoto(layer: HTMLElement): Pick<PictureBox, 'isPhoto'> {
  return layer instanceof HTMLImageElement && isOpaque(layer) ? { isPhoto: true } : {};
}
