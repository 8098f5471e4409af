import type { Span } from '../model/problem.ts';
import type { Talk, Slide } from '../model/talk.ts';
import { printTime } from '../text/duration.ts';
import type { SlideTiming } from './timing.ts';

/** A time that a slide of a talk gets, and where it is written. */
export interface SlideTime {
  slide: SlideTiming;
  /** As authors write it. */
  time: string;
  /** Start of the slide in the talk's own file, or its `src:` line there. */
  place: Span;
}

/** A slide whose median has no place in the talk's file, and why. */
export interface UnwrittenTime {
  slide: SlideTiming;
  reason: string;
}

/** The times to write into the file of a talk. */
export interface TimeChanges {
  times: SlideTime[];
  unwritten: UnwrittenTime[];
}

/** Times are rounded to this many seconds. */
const ROUNDING = 5;

/**
 * Chooses where the median of each slide belongs: on a slide of the talk's own file, else beside the `src` there. No other talk
 * changes.
 */
export function chooseTimes(talk: Talk, slides: readonly SlideTiming[]): TimeChanges {
  const changes: TimeChanges = { times: [], unwritten: [] };
  const bySlide = new Map(talk.slides.map((slide) => [slide.id, slide]));
  for (const timing of slides) {
    const slide = bySlide.get(timing.id);
    if (!slide || timing.median === null) continue;
    const seconds = Math.max(ROUNDING, Math.round(timing.median / ROUNDING) * ROUNDING);
    if (slide.time !== null && Math.abs(slide.time - seconds) < 1) continue;
    const place = findPlace(slide, talk);
    if (typeof place === 'string') changes.unwritten.push({ slide: timing, reason: place });
    else changes.times.push({ slide: timing, time: printTime(seconds), place });
  }
  return changes;
}

/** Returns where the talk sets the keys of a slide, or why that is no place for its time. */
function findPlace(slide: Slide, talk: Talk): Span | string {
  const [line] = slide.via;
  if (!line) return slide.place;
  const mates = talk.slides.filter(({ via: [first] }) => first && isSamePlace(first, line));
  if (mates.length === 1) return line;
  return `the "src" at ${line.file}:${line.line} includes ${mates.length} slides, and a time beside it counts for each`;
}

function isSamePlace(a: Span, b: Span): boolean {
  return a.file === b.file && a.line === b.line;
}
