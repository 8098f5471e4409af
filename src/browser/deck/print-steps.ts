import { findSlides } from '../page/page.ts';
import { syncSteps } from './slide-steps.ts';

const LATER_CLASS = 'is-later';
const INDEX = 'data-fragment-index';

/** Inserts a copy of a slide for each of its earlier steps, for print with one page a step. */
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
  copy.dataset['slide'] = slide.id;
  // Links, bookmarks and screen readers use only the complete slide.
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
