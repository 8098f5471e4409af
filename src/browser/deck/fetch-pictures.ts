import type { RevealApi } from 'reveal.js';
import { findSlides } from '../page/page.ts';

/** Number of slides around the current one for which pictures are fetched at once. */
const BEHIND = 1;
const AHEAD = 2;

/** Fetches the pictures of a deck slide by slide, nearest first. */
export function followPictures(deck: RevealApi): void {
  const fetchNear = (): void => {
    const { h } = deck.getIndices();
    findSlides(document)
      .slice(Math.max(0, h - BEHIND), h + AHEAD + 1)
      .forEach(fetchPictures);
  };
  deck.on('slidechanged', fetchNear);
  fetchNear();
}

/** Fetches lazy pictures. */
export function fetchPictures(root: ParentNode): void {
  for (const image of root.querySelectorAll<HTMLImageElement>('img[loading="lazy"]')) {
    image.loading = 'eager';
  }
}
