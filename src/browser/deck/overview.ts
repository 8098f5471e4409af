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
  const moves: Record<string, number> = {
    ArrowLeft: h - 1,
    PageUp: h - 1,
    ArrowRight: h + 1,
    PageDown: h + 1,
    ArrowUp: findInRow(slides, h, -1),
    ArrowDown: findInRow(slides, h, 1),
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

/** Returns the index of the slide above or below in the next row; the same index where there is no row. */
function findInRow(slides: readonly HTMLElement[], from: number, direction: 1 | -1): number {
  const places = slides.map((slide) => slide.getBoundingClientRect());
  const own = places[from];
  if (!own) return from;
  const isBeyond = ({ top }: DOMRect): boolean => (top - own.top) * direction > 0;
  const tops = places.filter(isBeyond).map(({ top }) => top * direction);
  const next = Math.min(...tops);
  const distanceOf = ({ top, left }: DOMRect): number =>
    top * direction === next ? Math.abs(left - own.left) : Infinity;
  const distances = places.map(distanceOf);
  const least = Math.min(...distances);
  return Number.isFinite(least) ? distances.indexOf(least) : from;
}
