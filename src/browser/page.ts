import { PAGE_DATA_ID, type PageData } from '../talk/model/wire.ts';

/** Reads what the page knows about its talk; null on a page without a talk. */
export function readPage(document: Document): PageData | null {
  const text = document.getElementById(PAGE_DATA_ID)?.textContent;
  return text ? (JSON.parse(text) as PageData) : null;
}

/** Finds the slides of a page, in order. */
export function findSlides(document: Document): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.slides section.slide')];
}
