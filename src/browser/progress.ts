import { html } from '../talk/model/html.ts';
import { findSlides } from './page.ts';

/** A part of a talk: the section slide that opens it and how many slides it holds. */
export interface Part {
  /** Id of its section slide; null for what comes before the first section. */
  id: string | null;
  slides: number;
}

/** What a slide means for the parts of its talk. */
export interface PartSlide {
  id: string;
  isSection: boolean;
  isCounted: boolean;
}

/** Cuts a talk's counted slides into its parts. */
export function planParts(slides: readonly PartSlide[]): Part[] {
  const parts: Part[] = [{ id: null, slides: 0 }];
  for (const { id, isSection, isCounted } of slides) {
    if (!isCounted) continue;
    if (isSection) parts.push({ id, slides: 0 });
    const part = parts.at(-1);
    if (part) part.slides += 1;
  }
  return parts.filter((part) => part.slides > 0);
}

/** Draws on each section slide where in the talk it stands. */
export function syncProgress(document: Document): void {
  const sections = findSlides(document);
  const parts = planParts(sections.map(toPartSlide));
  for (const section of sections) {
    section.querySelector(':scope > .section-progress')?.remove();
    const current = parts.findIndex(({ id }) => id === section.id);
    if (current >= 0 && parts.length > 2) section.append(drawParts(parts, current));
  }
}

/** Tells what a slide means for the parts of its talk, to be compared. */
export function tellPart(section: HTMLElement): string {
  return JSON.stringify(toPartSlide(section));
}

/** Tells whether a slide opens a part, and so shows them. */
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
