import { MOVING, STILL, type Motion } from '../charts/motion.ts';

const SEEN = { visibilityProperty: true, opacityProperty: true };
/** Where a deck shows more than one slide. */
const ALL_SHOWN = '.reveal.overview, .reveal-viewport.reveal-scroll';
const REDUCED_MOTION = '(prefers-reduced-motion: reduce)';

/** Reports whether an element's slide is shown; a step that waits there is drawn before it comes. */
export function isInSight(element: HTMLElement): boolean {
  const slide = element.closest('section.slide');
  if (!slide) return true;
  // A deck says it without making the browser work out the styles of the page.
  const { classList } = slide;
  if (classList.contains('present')) return true;
  const isAside = classList.contains('past') || classList.contains('future');
  if (isAside && !slide.closest(ALL_SHOWN)) return false;
  return slide.checkVisibility(SEEN);
}

/** Chooses how a change of an element is shown: by a movement where somebody sees it and wants to. */
export function pickMotion(element: HTMLElement): Motion {
  const isPrinted = element.ownerDocument.documentElement.classList.contains('print');
  const isSeen = element.checkVisibility(SEEN);
  if (!isSeen || isPrinted || matchMedia(REDUCED_MOTION).matches) return STILL;
  return MOVING;
}
