import type { SlideTiming, TalkTiming } from './timing.ts';

/** Where a talk that takes too long could lose time; all times are seconds. */
export interface Cuts {
  /** What the talk may take: its duration, else its plan. */
  limit: number;
  /** How much longer it is expected to take; negative when it is shorter. */
  over: number;
  /** Slides that take more than planned, those with most first, until the talk would fit. */
  slides: { slide: SlideTiming; over: number }[];
  /** How much is still too much when each of them takes its planned time. */
  left: number;
  /** Slides that all runs passed over at once. */
  skipped: SlideTiming[];
}

/** Less is not worth a cut. */
const MIN_OVER = 10;
/** A slide that is shown for less was passed over. */
const MAX_SKIPPED = 3;

/** Finds what to cut from a talk; null without runs, or without anything to compare them with. */
export function findCuts({ duration, planned, expected, slides, runs }: TalkTiming): Cuts | null {
  const limit = duration ?? planned;
  if (limit === null || runs.length === 0) return null;
  const over = expected - limit;
  const skipped = slides.filter(({ median }) => median !== null && median < MAX_SKIPPED);
  const all = slides
    .map((slide) => ({ slide, over: (slide.median ?? 0) - (slide.planned ?? 0) }))
    .filter((one) => one.slide.median !== null && one.over >= MIN_OVER)
    .toSorted((a, b) => b.over - a.over);
  const chosen: Cuts['slides'] = [];
  let left = Math.max(0, over);
  for (const one of all) {
    if (left < MIN_OVER) break;
    chosen.push(one);
    left = Math.max(0, left - one.over);
  }
  return { limit, over, slides: chosen, left, skipped };
}
