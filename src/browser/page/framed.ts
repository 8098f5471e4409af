import { READY_ATTRIBUTE } from '../../talk/model/wire.ts';
import { pointLinks } from './page-address.ts';

/** The class of a page that is framed by a page of another origin. */
const FRAMED = 'framed';

/** Checks whether a page of another origin frames this one, which then is not a deck. */
export function isFramed({ documentElement }: Document): boolean {
  return documentElement.classList.contains(FRAMED);
}

/** Shows the talk as a document, with a link to the deck in a new window. */
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
