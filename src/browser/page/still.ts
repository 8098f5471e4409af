import { parseParameters } from './parameters.ts';

const REDUCED_MOTION = '(prefers-reduced-motion: reduce)';
const SEEN = { visibilityProperty: true, opacityProperty: true };
/** Views in which a deck shows several slides. */
const ALL_SHOWN = '.reveal.overview, .reveal-viewport.reveal-scroll';

/** Reports whether a change in an element's slide is shown without motion. */
export function isStill(element: HTMLElement): boolean {
  const { documentElement } = document;
  if (document.hidden || !documentElement.classList.contains('deck')) return true;
  if (matchMedia(REDUCED_MOTION).matches || parseParameters(location.search).isReceiver)
    return true;
  const slide = element.closest<HTMLElement>('section.slide');
  // A slide that is not on yet comes as it is.
  if (slide?.inert || element.closest(ALL_SHOWN)) return true;
  return !element.checkVisibility(SEEN);
}
