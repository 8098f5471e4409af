import type { RevealApi } from 'reveal.js';

/** Handles keys that move between rows of the overview; reveal.js knows only one row. */
export function walkOverview(event: KeyboardEvent, deck: RevealApi): boolean {
  if (!deck.isOverview() || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return false;
  const columns = countColumns(deck.getSlides());
  const { h } = deck.getIndices();
  const target = event.key === 'ArrowDown' ? h + columns : h - columns;
  if (target >= 0 && target < deck.getTotalSlides()) deck.slide(target);
  event.preventDefault();
  return true;
}

/** Scrolls to the current slide in the overview. */
export function showCurrent(deck: RevealApi): void {
  if (deck.isOverview()) deck.getCurrentSlide()?.scrollIntoView({ block: 'nearest' });
}

function countColumns(slides: readonly HTMLElement[]): number {
  const top = slides[0]?.getBoundingClientRect().top;
  const below = slides.findIndex((slide) => slide.getBoundingClientRect().top !== top);
  return below < 0 ? slides.length : below;
}
