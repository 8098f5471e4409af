import type { RevealApi } from 'reveal.js';
import { findSlides } from '../page/page.ts';

/** Screens with room above and below the slide; the same query as in touch-bar.css. */
export const UPRIGHT =
  '(orientation: portrait) and (max-width: 600px), (orientation: portrait) and (pointer: coarse)';

/** Touch screens. */
export const TOUCH = '(pointer: coarse)';

/** Reports whether the talk is one scrolling page; reveal.js's types lack this method. */
export function isScrollView(deck: RevealApi): boolean {
  return deck.getViewportElement()?.classList.contains('reveal-scroll') ?? false;
}

/** Scrolls to the slide in the address; reveal.js does so only when it shows one slide at a time. */
export function scrollToAddress(deck: RevealApi): void {
  const [, name = ''] = location.hash.split('/');
  if (name === '' || !isScrollView(deck)) return;
  // reveal.js leaves out those that are not counted.
  const slides = findSlides(document);
  const named = slides.find(({ id }) => id === name || encodeURIComponent(id) === name);
  (named ?? slides[Number(name)])?.scrollIntoView({ block: 'center' });
}
