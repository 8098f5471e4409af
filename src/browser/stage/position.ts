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

/** Returns the position before one, as the deck goes back; null at the first slide. */
export function findPrevious(
  slides: readonly OutlineSlide[],
  { slide, step }: Position,
): Position | null {
  if (step >= 0) return { slide, step: step - 1 };
  const before = slides[slides.findIndex(({ id }) => id === slide) - 1];
  return before ? { slide: before.id, step: before.steps - 1 } : null;
}

/** Returns the position at which the deck shows a slide: without its steps, or with all of them where it lies behind. */
export function findArrival(
  slides: readonly OutlineSlide[],
  from: Position,
  id: string | undefined,
): Position | null {
  const index = slides.findIndex((slide) => slide.id === id);
  const target = slides[index];
  if (!target) return null;
  const isBehind = index < slides.findIndex((slide) => slide.id === from.slide);
  return { slide: target.id, step: isBehind ? target.steps - 1 : -1 };
}

/** Returns where a key leads from a position, without the deck; null where it leads nowhere. */
export function findMove(
  slides: readonly OutlineSlide[],
  from: Position | null,
  name: string,
): Position | null {
  if (!from) return null;
  if (name === '\u2192') return findNext(slides, from);
  if (name === '\u2190') return findPrevious(slides, from);
  const index = name === 'Home' ? 0 : findLast(slides);
  return findArrival(slides, from, slides[index]?.id);
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
