import type { RevealApi } from 'reveal.js';

/** Screens on which a slide leaves room above and below itself; the same as in touch-bar.css. */
export const UPRIGHT =
  '(orientation: portrait) and (max-width: 600px), (orientation: portrait) and (pointer: coarse)';

/** Screens that are touched. */
export const TOUCH = '(pointer: coarse)';

/** Reports whether the talk is shown as one page to scroll; reveal.js's own types have forgotten to ask. */
export function isScrollView(deck: RevealApi): boolean {
  return deck.getViewportElement()?.classList.contains('reveal-scroll') ?? false;
}

/** Brings the slide into sight that the address names: reveal.js does so only where it shows one at a time. */
export function scrollToAddress(deck: RevealApi): void {
  const [, name = ''] = location.hash.split('/');
  if (name === '' || !isScrollView(deck)) return;
  const slides = deck.getSlides();
  const named = slides.find(({ id }) => id === name || encodeURIComponent(id) === name);
  (named ?? slides[Number(name)])?.scrollIntoView({ block: 'center' });
}
