import { planPlaces, type PartSlide } from '../../talk/model/sections.ts';
import type { SpinePlace } from '../../talk/model/talk.ts';
import type { PageData } from '../../talk/model/wire.ts';
import { findSlides } from './page.ts';

/** The places that slides have not been given yet; those of an earlier state of the talk are forgotten. */
let waiting = new Map<HTMLElement, SpinePlace>();

/** Gives each slide its place in the talk, from which the spine is drawn. */
export function syncSpine(document: Document, places?: PageData['places']): void {
  planSpine(document, places).forEach(place);
}

/**
 * Gives the slides that are laid out their place; the others wait for `settleSpine` or `settleSpines`. Without this, to
 * insert a slide into a thousand computes the styles of all slides. Nothing else breaks.
 */
export function syncShownSpine(document: Document): void {
  const planned = planSpine(document).filter(([slide, at]) => !isPlacedAt(slide, at));
  const isLate = ([{ style }]: Planned): boolean => style.display === 'none';
  waiting = new Map(planned.filter(isLate));
  planned.filter((one) => !isLate(one)).forEach(place);
}

/** Gives a slide that comes on the place that it still waits for. */
export function settleSpine(slide: HTMLElement): void {
  const found = waiting.get(slide);
  waiting.delete(slide);
  if (found) place([slide, found]);
}

/** Gives all slides their place, where all are shown: in the overview, and on paper. */
export function settleSpines(): void {
  [...waiting].forEach(place);
  waiting.clear();
}

type Planned = readonly [slide: HTMLElement, place: SpinePlace];

function planSpine(document: Document, places?: PageData['places']): Planned[] {
  const slides = findSlides(document);
  const found = places ?? planPlaces(slides.map(toPartSlide));
  return slides.flatMap((slide, index) => (found[index] ? [[slide, found[index]]] : []));
}

function place([{ style }, at]: Planned): void {
  for (const [index, name] of NAMES.entries()) style.setProperty(name, String(at[index]));
}

function isPlacedAt({ style }: HTMLElement, at: SpinePlace): boolean {
  return NAMES.every((name, index) => style.getPropertyValue(name) === String(at[index]));
}

const NAMES = ['--spine-from', '--spine-at', '--spine-to'];

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
