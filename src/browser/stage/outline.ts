import { countWords } from '../../talk/model/time-plan.ts';
import { findSlides } from '../page/page.ts';
import { readPlaces } from '../page/slide-places.ts';
import type { OutlineSlide } from './position.ts';

const INDEX = 'data-fragment-index';

/** Reads the slides of a page as a speaker's page needs them. */
export function readOutline(document: Document): OutlineSlide[] {
  const slides = findSlides(document);
  return readPlaces(document).map((place, index) => ({
    ...place,
    ...readSlide(slides[index], place.text),
  }));
}

type SlideFacts = Pick<OutlineSlide, 'steps' | 'time' | 'words' | 'isSection' | 'isCounted'>;

function readSlide(slide: HTMLElement | undefined, text: string): SlideFacts {
  const { layout, visibility, timing } = slide?.dataset ?? {};
  return {
    steps: countSteps(slide),
    time: timing === undefined ? null : Number(timing),
    words: countWords(`${text} ${readNotes(slide, 'textContent')}`),
    isSection: layout === 'section',
    isCounted: visibility !== 'uncounted',
  };
}

/** Reads the notes of a slide as text, or as HTML. */
export function readNotes(
  slide: HTMLElement | undefined,
  form: 'textContent' | 'innerHTML' = 'innerHTML',
): string {
  const notes = [...(slide?.querySelectorAll('aside.notes') ?? [])];
  return notes.map((one) => one[form]).join('\n');
}

function countSteps(slide: HTMLElement | undefined): number {
  const steps = [...(slide?.querySelectorAll(`[${INDEX}]`) ?? [])];
  return Math.max(-1, ...steps.map((step) => Number(step.getAttribute(INDEX)))) + 1;
}
