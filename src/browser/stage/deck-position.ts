import type { RevealApi } from 'reveal.js';
import { findSlides } from '../page/page.ts';
import type { Position } from './position.ts';

/** Returns the slide that a deck shows, and its step. */
export function readPosition(deck: RevealApi): Position {
  const slide = deck.getCurrentSlide() as HTMLElement | undefined;
  return { slide: slide?.id ?? '', step: deck.getIndices().f ?? -1 };
}

/** Lets a deck show a position; stays where it is when the page has no such slide. */
export function showPosition(deck: RevealApi, { slide, step }: Position): void {
  const current = readPosition(deck);
  const index = findSlides(document).findIndex(({ id }) => id === slide);
  if (index >= 0 && (current.slide !== slide || current.step !== step)) deck.slide(index, 0, step);
}
