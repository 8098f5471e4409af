import type { RevealApi } from 'reveal.js';

/** Tells whether the talk is shown as one page to scroll; reveal.js's own types have forgotten to ask. */
export function isScrollView(deck: RevealApi): boolean {
  return deck.getViewportElement()?.classList.contains('reveal-scroll') ?? false;
}
