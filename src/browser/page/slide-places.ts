import type { Place } from './find-places.ts';
import { findSlides } from './page.ts';

const OF_AUTHOR = '.notes, .slide-band, .slide-foot, svg, style, script';

/** Reads the slides of a page as places to go to. */
export function readPlaces(document: Document): Place[] {
  return findSlides(document).map((slide, index) => ({
    id: slide.id,
    number: index + 1,
    title: readTitle(slide),
    text: readText(slide),
  }));
}

/** Reads the title of a slide; one without a title is named by its first words. */
function readTitle(slide: HTMLElement): string {
  const heading = slide.querySelector<HTMLElement>('.slide-title, h1, h2, h3');
  const title = heading ? wordsOf(heading) : '';
  return title === '' ? readText(slide).slice(0, MAX_TITLE) : title;
}

const MAX_TITLE = 60;

function readText(slide: HTMLElement): string {
  const copy = slide.cloneNode(true) as HTMLElement;
  for (const element of copy.querySelectorAll(OF_AUTHOR)) element.remove();
  return wordsOf(copy).replaceAll(/\s+/g, ' ');
}

/** Returns the text of an element without marks of footnotes, and with each formula as the line of text that names it. */
export function wordsOf(element: HTMLElement): string {
  if (!element.querySelector('.formula, .footnote')) return element.textContent.trim();
  const copy = element.cloneNode(true) as HTMLElement;
  for (const mark of copy.querySelectorAll('.footnote')) mark.remove();
  for (const formula of copy.querySelectorAll('.formula')) {
    formula.replaceWith(formula.getAttribute('aria-label') ?? '');
  }
  return copy.textContent.trim();
}
