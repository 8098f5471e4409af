import { planPlaces, type PartSlide } from '../../talk/model/sections.ts';
import type { PageData } from '../../talk/model/wire.ts';
import { findSlides } from './page.ts';

/** Gives each slide its place in the talk, from which the spine is drawn. */
export function syncSpine(document: Document, places?: PageData['places']): void {
  const slides = findSlides(document);
  for (const [index, place] of (places ?? planPlaces(slides.map(toPartSlide))).entries()) {
    const [from, at, to] = place.map(String);
    const style = slides[index]?.style;
    style?.setProperty('--spine-from', from ?? '');
    style?.setProperty('--spine-at', at ?? '');
    style?.setProperty('--spine-to', to ?? '');
  }
}

/** Reports whether a slide has its place; new styles of the section replace it. */
export function isPlaced({ style }: HTMLElement): boolean {
  return style.getPropertyValue('--spine-at') !== '';
}

/** Returns a key for a slide's role in the sections of its talk, for comparison. */
export function identifyPart(section: HTMLElement): string {
  return JSON.stringify(toPartSlide(section));
}

function toPartSlide({ dataset }: HTMLElement): PartSlide {
  return {
    isSection: dataset['layout'] === 'section',
    isCounted: dataset['visibility'] !== 'uncounted',
  };
}
