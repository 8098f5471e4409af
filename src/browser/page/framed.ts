import { READY_ATTRIBUTE } from '../../talk/model/wire.ts';
import { pointLinks } from './page-address.ts';

/** The class that the head of a page gives it where a page of another origin frames it. */
const FRAMED = 'framed';

/** Checks whether a page of another origin frames this one, which is no deck then. */
export function isFramed({ documentElement }: Document): boolean {
  return documentElement.classList.contains(FRAMED);
}

/** Shows the talk as a document to read, with a link to the deck in a window of its own. */
export function showFramed(document: Document): void {
  pointLinks(document);
  const link = document.createElement('a');
  link.className = 'reader-home';
  link.href = location.href;
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = 'Show as slides';
  document.querySelector('.reader')?.replaceChildren(link);
  document.documentElement.setAttribute(READY_ATTRIBUTE, '');
}
