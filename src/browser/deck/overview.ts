import type { RevealApi } from 'reveal.js';
import { findSlides } from '../page/page.ts';

/** Handles the keys that move between the slides of the overview, in rows; returns false for others. */
export function moveInOverview(event: KeyboardEvent, deck: RevealApi): boolean {
  if (!deck.isOverview()) return false;
  if (event.key === 'Enter' || event.key === ' ') deck.toggleOverview(false);
  else if (!moveTo(deck, findTarget(event.key, deck))) return false;
  event.preventDefault();
  return true;
}

/** Scrolls to the current slide in the overview. */
export function showCurrent(deck: RevealApi): void {
  if (deck.isOverview()) deck.getCurrentSlide()?.scrollIntoView({ block: 'nearest' });
}

/** Returns the index of the slide that a key leads to, perhaps beyond the first or last; null for other keys. */
function findTarget(key: string, deck: RevealApi): number | null {
  const { h } = deck.getIndices();
  const slides = findSlides(document);
  const columns = countColumns(slides);
  const moves: Record<string, number> = {
    ArrowLeft: h - 1,
    PageUp: h - 1,
    ArrowRight: h + 1,
    PageDown: h + 1,
    ArrowUp: h - columns,
    ArrowDown: h + columns,
    Home: 0,
    End: slides.length - 1,
  };
  return moves[key] ?? null;
}

function moveTo(deck: RevealApi, target: number | null): boolean {
  if (target === null) return false;
  if (target >= 0 && target < findSlides(document).length) deck.slide(target);
  return true;
}

function countColumns(slides: readonly HTMLElement[]): number {
  const top = slides[0]?.getBoundingClientRect().top;
  const below = slides.findIndex((slide) => slide.getBoundingClientRect().top !== top);
  return below < 0 ? slides.length : below;
}
