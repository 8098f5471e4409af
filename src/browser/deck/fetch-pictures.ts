import type { RevealApi } from 'reveal.js';
import { findSlides } from '../page/page.ts';

/** Number of slides around the current one whose pictures and code are fetched at once. */
const BEHIND = 1;
const AHEAD = 2;

/** Fetches the pictures of a deck slide by slide, nearest first. */
export function followPictures(deck: RevealApi): void {
  const fetchNear = (): void => listNear(deck).forEach(fetchPictures);
  deck.on('slidechanged', fetchNear);
  fetchNear();
}

/** Lists the current slide of a deck and those around it. */
export function listNear(deck: RevealApi): HTMLElement[] {
  const { h } = deck.getIndices();
  return findSlides(document).slice(Math.max(0, h - BEHIND), h + AHEAD + 1);
}

/** Fetches lazy pictures. */
export function fetchPictures(root: ParentNode): void {
  for (const image of root.querySelectorAll<HTMLImageElement>('img[loading="lazy"]')) {
    image.loading = 'eager';
  }
}
