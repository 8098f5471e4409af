import { html } from '../../talk/html/html.ts';
import { planParts, type PartSlide } from '../../talk/model/sections.ts';
import { type Part } from '../../talk/model/talk.ts';
import { findSlides } from './page.ts';

/** Draws the position in the talk on each section slide; a page with only some slides passes the talk's parts. */
export function syncProgress(document: Document, whole?: readonly Part[]): void {
  const sections = findSlides(document);
  const parts = whole ?? planParts(sections.map(toPartSlide));
  for (const section of sections) {
    section.querySelector(':scope > .section-progress')?.remove();
    const current = parts.findIndex(({ id }) => id === section.id);
    if (current >= 0 && parts.length > 2) section.append(drawParts(parts, current));
  }
}

/** Returns a key for a slide's role in the parts of its talk, for comparison. */
export function identifyPart(section: HTMLElement): string {
  return JSON.stringify(toPartSlide(section));
}

/** Reports whether a slide opens a part, and so shows the progress. */
export function isPartOpener(section: HTMLElement): boolean {
  return toPartSlide(section).isSection;
}

function toPartSlide(section: HTMLElement): PartSlide {
  return {
    id: section.id,
    isSection: section.dataset['layout'] === 'section',
    isCounted: section.dataset['visibility'] !== 'uncounted',
  };
}

function drawParts(parts: readonly Part[], current: number): HTMLElement {
  const list = document.createElement('div');
  list.className = 'section-progress';
  list.setAttribute('aria-hidden', 'true');
  const items = parts.map(({ slides }, index) => {
    const state = index === current ? 'is-current' : index < current ? 'is-past' : 'is-next';
    return html`<span class="${state}" style="--slides: ${slides}"></span>`;
  });
  list.innerHTML = html`${items}`.markup;
  return list;
}
