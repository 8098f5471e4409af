import type { DeckSlide } from '../deck.ts';

/** Keeps a glide only where the slide before has one as well, as programs do that animate pairs of slides. */
export function keepPairedMorphs(slides: readonly DeckSlide[]): void {
  for (let at = slides.length - 1; at >= 0; at--) {
    const slide = slides[at];
    if (slide?.keys.transition !== 'morph') continue;
    if (slides[at - 1]?.keys.transition !== 'morph') delete slide.keys.transition;
  }
}
