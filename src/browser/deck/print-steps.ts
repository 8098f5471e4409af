import { findSlides } from '../page/page.ts';
import { syncSteps } from './slide-steps.ts';

const LATER_CLASS = 'is-later';
const INDEX = 'data-fragment-index';

/** Puts a copy of a slide before it for each of its earlier steps, for print with a page a step. */
export function splitSteps(document: Document): void {
  for (const slide of findSlides(document)) {
    const count = countSteps(slide);
    slide.before(...Array.from({ length: count }, (_, step) => copyAtStep(slide, step)));
  }
}

function countSteps(slide: Element): number {
  const indices = [...slide.querySelectorAll(`[${INDEX}]`)].map(indexOf);
  return Math.max(-1, ...indices) + 1;
}

function copyAtStep(slide: HTMLElement, step: number): HTMLElement {
  const copy = slide.cloneNode(true) as HTMLElement;
  // Links and bookmarks lead to the complete slide, and only that one is read out.
  for (const element of [copy, ...copy.querySelectorAll('[id]')]) element.removeAttribute('id');
  copy.setAttribute('aria-hidden', 'true');
  copy.dataset['printStep'] = String(step);
  for (const fragment of copy.querySelectorAll(`[${INDEX}]`)) {
    fragment.classList.add(indexOf(fragment) < step ? 'visible' : LATER_CLASS);
  }
  syncSteps(copy);
  return copy;
}

function indexOf(element: Element): number {
  return Number(element.getAttribute(INDEX));
}
