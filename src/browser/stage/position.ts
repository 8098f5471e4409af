import type { Place } from '../page/find-places.ts';

/** A slide, and the index of its last step that is shown; -1 before the first. */
export interface Position {
  slide: string;
  step: number;
}

/** A slide as a speaker's page knows it. */
export interface OutlineSlide extends Place {
  steps: number;
  /** Planned seconds; null when not given. */
  time: number | null;
  /** Words on it and in its notes. */
  words: number;
  isSection: boolean;
  isCounted: boolean;
}

/** Returns the position after one, as the deck goes on; null at the end of the talk, and at that of its backup slides. */
export function findNext(
  slides: readonly OutlineSlide[],
  { slide, step }: Position,
): Position | null {
  const index = slides.findIndex(({ id }) => id === slide);
  const current = slides[index];
  if (!current) return null;
  if (step + 1 < current.steps) return { slide, step: step + 1 };
  const next = slides[index + 1];
  return index === findLast(slides) || !next ? null : { slide: next.id, step: -1 };
}

/** Returns where a slide is in the talk, for people. */
export function describePlace(slides: readonly OutlineSlide[], id: string): PlaceInTalk {
  const counted = slides.filter(({ isCounted }) => isCounted);
  const index = slides.findIndex((slide) => slide.id === id);
  const opener = slides.findLast((slide, at) => at <= index && slide.isSection);
  const section = listSection(slides, opener);
  return {
    number: counted.findIndex((slide) => slide.id === id) + 1,
    total: counted.length,
    section: opener?.title ?? null,
    numberInSection: section.findIndex((slide) => slide.id === id) + 1,
    totalInSection: section.length,
  };
}

/** Where a slide is among the counted ones; numbers are 0 for a slide that is not counted. */
export interface PlaceInTalk {
  number: number;
  total: number;
  /** Title of its section; null before the first. */
  section: string | null;
  numberInSection: number;
  totalInSection: number;
}

/** Lists the counted slides of a section, with the one that opens it. */
function listSection(
  slides: readonly OutlineSlide[],
  opener: OutlineSlide | undefined,
): OutlineSlide[] {
  const start = opener ? slides.indexOf(opener) : 0;
  const end = slides.findIndex(({ isSection }, index) => index > start && isSection);
  return slides.slice(start, end < 0 ? slides.length : end).filter(({ isCounted }) => isCounted);
}

/** Returns the index of the last slide that is counted; where none is, that of the last of all. */
function findLast(slides: readonly OutlineSlide[]): number {
  const last = slides.findLastIndex(({ isCounted }) => isCounted);
  return last < 0 ? slides.length - 1 : last;
}
