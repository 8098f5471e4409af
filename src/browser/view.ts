import type { RevealApi } from 'reveal.js';

/** Tells whether the talk is shown as one page to scroll; reveal.js's own types have forgotten to ask. */
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
