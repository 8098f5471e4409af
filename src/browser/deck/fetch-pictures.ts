import type { RevealApi } from 'reveal.js';
import { fetchFaces } from '../page/page-faces.ts';
import { findSlides } from '../page/page.ts';

/** Slides around the current one whose pictures are fetched at once. */
const BEHIND = 1;
const AHEAD = 2;
/** Who is still there after this time in milliseconds gets all pictures and faces, so that a talk goes on without a network. */
const PREFETCH_DELAY_MS = 10_000;

/** Fetches the pictures of a deck slide by slide, those near the current one first. */
export function followPictures(deck: RevealApi): void {
  const fetchNear = (): void => {
    const { h } = deck.getIndices();
    findSlides(document)
      .slice(Math.max(0, h - BEHIND), h + AHEAD + 1)
      .forEach(fetchPictures);
  };
  deck.on('slidechanged', fetchNear);
  fetchNear();
  window.setTimeout(() => {
    fetchPictures(document);
    fetchFaces(document);
  }, PREFETCH_DELAY_MS);
}

/** Fetches pictures that wait until they are seen. */
export function fetchPictures(root: ParentNode): void {
  for (const image of root.querySelectorAll<HTMLImageElement>('img[loading="lazy"]')) {
    image.loading = 'eager';
  }
}
