import type { RevealApi } from 'reveal.js';
import { isScrollView } from './deck-view.ts';

/** Slides on both sides of the current one that are laid out before their key is pressed. */
const REACH = 2;

const waiting = new WeakSet<RevealApi>();

/** Prepares the slides beside the current one as soon as that is painted, and lets go of those it has left. */
export function watchAdjacentSlides(
  deck: RevealApi,
  listSlides: () => readonly HTMLElement[],
): void {
  if (waiting.has(deck)) return;
  waiting.add(deck);
  const tend = (): void => {
    waiting.delete(deck);
    // There reveal.js shows all of them.
    if (!deck.isOverview() && !isScrollView(deck)) settle(deck, listSlides());
  };
  // A page in the background has no frame to wait for, and nothing to be ready for.
  requestAnimationFrame(() => setTimeout(tend));
}

/** Marks a slide that is not shown as reveal.js does: as one that was shown, complete, or as one that comes, with no step yet. */
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

function settle(deck: RevealApi, slides: readonly HTMLElement[]): void {
  const current = deck.getIndices().h;
  for (const [index, slide] of slides.entries()) {
    const isLaidOut = slide.style.display !== 'none';
    const isNear = Math.abs(index - current) <= REACH;
    if (isNear && index !== current) markSlide(slide, index < current);
    if (isNear && !isLaidOut) deck.loadSlide(slide);
    if (!isNear && isLaidOut) deck.unloadSlide(slide);
  }
}
