import type { RevealApi } from 'reveal.js';
import { isScrollView } from './deck-view.ts';

/** Number of slides on each side of the current one to lay out in advance. */
const REACH = 2;

const waiting = new WeakSet<RevealApi>();

/** Prepares the adjacent slides once the current one is painted, and releases those out of reach. */
export function watchAdjacentSlides(
  deck: RevealApi,
  listSlides: () => readonly HTMLElement[],
): void {
  if (waiting.has(deck)) return;
  waiting.add(deck);
  const prepare = (): void => {
    waiting.delete(deck);
    // In these views reveal.js shows all slides.
    if (!deck.isOverview() && !isScrollView(deck)) layOutAdjacent(deck, listSlides());
  };
  // A page in the background gets no frames and needs no preparation.
  requestAnimationFrame(() => setTimeout(prepare));
}

/** Marks a hidden slide as reveal.js does: a past one as complete, a future one without steps. */
export function markSlide(slide: HTMLElement, isPast: boolean): void {
  const { classList } = slide;
  const [mark, other] = isPast ? ['past', 'future'] : ['future', 'past'];
  if (classList.contains(other)) classList.remove(other);
  if (!classList.contains(mark)) classList.add(mark);
  for (const fragment of slide.querySelectorAll('.fragment')) {
    fragment.classList.toggle('visible', isPast);
    fragment.classList.remove('current-fragment');
  }
}

function layOutAdjacent(deck: RevealApi, slides: readonly HTMLElement[]): void {
  const current = deck.getIndices().h;
  for (const [index, slide] of slides.entries()) {
    const isLaidOut = slide.style.display !== 'none';
    const isNear = Math.abs(index - current) <= REACH;
    if (isNear && index !== current) markSlide(slide, index < current);
    if (isNear && !isLaidOut) deck.loadSlide(slide);
    if (!isNear && isLaidOut) deck.unloadSlide(slide);
  }
}
