import { PAGE_DATA_ID, type PageData } from '../../talk/model/wire.ts';

/** Event of a deck whose slides, or what is known of its talk, have changed. */
export const CHANGED_EVENT = 'talkchanged';

/** Reads the page's data about its talk; null on a page without a talk. */
export function readPage(document: Document): PageData | null {
  const text = document.getElementById(PAGE_DATA_ID)?.textContent;
  return text ? (JSON.parse(text) as PageData) : null;
}

/** Changes the planned minutes in the page's data; null for none. */
export function changeDuration(document: Document, duration: number | null): void {
  const element = document.getElementById(PAGE_DATA_ID);
  const page = readPage(document);
  if (!element || !page) return;
  const { duration: _, ...others } = page;
  element.textContent = JSON.stringify(duration === null ? others : { ...others, duration });
}

/** Finds the slides of a page, in order. */
export function findSlides(document: Document): HTMLElement[] {
  const row = [...(document.querySelector('.slides')?.children ?? [])].filter(isSlide);
  // In scroll and print views, slides are in boxes; searching all of them is slower.
  return row.length > 0
    ? row
    : [...document.querySelectorAll<HTMLElement>('.slides section.slide')];
}

/** Returns the id of the slide that an element is on; copies of slides for their steps name it in an attribute. */
export function slideIdOf(element: Element): string | undefined {
  const slide = element.closest<HTMLElement>('section.slide');
  return slide?.dataset['slide'] ?? slide?.id;
}

function isSlide(element: Element): element is HTMLElement {
  return element.localName === 'section';
}
