import { READY_ATTRIBUTE } from '../../talk/model/wire.ts';
import { pointLinks } from './page-address.ts';

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
