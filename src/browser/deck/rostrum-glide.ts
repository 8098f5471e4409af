import { followGlides } from './glide.ts';

const followed = new WeakSet<Document>();

/** Stands on slides onto which headings and elements glide; the first of a page lets the deck do so. */
export default class GlideElement extends HTMLElement {
  connectedCallback(): void {
    if (followed.has(document) || !document.documentElement.classList.contains('deck')) return;
    followed.add(document);
    followGlides(document);
  }
}
