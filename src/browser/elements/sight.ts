import { MOVING, STILL, type Motion } from '../charts/motion.ts';

const SEEN = { visibilityProperty: true, opacityProperty: true };
const REDUCED_MOTION = '(prefers-reduced-motion: reduce)';

/** Tells whether an element's slide is shown; a step that waits there is drawn before it comes. */
export function isInSight(element: HTMLElement): boolean {
  return element.closest('section.slide')?.checkVisibility(SEEN) ?? true;
}

/** Chooses how a change of an element is shown: by a movement where somebody sees it and wants to. */
export function pickMotion(element: HTMLElement): Motion {
  const isPrinted = element.ownerDocument.documentElement.classList.contains('print');
  const isSeen = element.checkVisibility(SEEN);
  if (!isSeen || isPrinted || matchMedia(REDUCED_MOTION).matches) return STILL;
  return MOVING;
}
