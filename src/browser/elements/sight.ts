import { MOVING, STILL, type Motion } from '../charts/motion.ts';

const SEEN = { visibilityProperty: true, opacityProperty: true };
/** Views in which a deck shows several slides. */
const ALL_SHOWN = '.reveal.overview, .reveal-viewport.reveal-scroll';
const REDUCED_MOTION = '(prefers-reduced-motion: reduce)';

/** Reports whether an element's slide is visible; hidden steps on it are drawn in advance. */
export function isInSight(element: HTMLElement): boolean {
  const slide = element.closest('section.slide');
  if (!slide) return true;
  // The deck provides this without a style computation.
  const { classList } = slide;
  if (classList.contains('present')) return true;
  const isAside = classList.contains('past') || classList.contains('future');
  if (isAside && !slide.closest(ALL_SHOWN)) return false;
  return slide.checkVisibility(SEEN);
}

/** Picks the animation of a change: only when visible and not reduced by the user. */
export function pickMotion(element: HTMLElement): Motion {
  const isPrinted = element.ownerDocument.documentElement.classList.contains('print');
  const isSeen = element.checkVisibility(SEEN);
  if (!isSeen || isPrinted || matchMedia(REDUCED_MOTION).matches) return STILL;
  return MOVING;
}
