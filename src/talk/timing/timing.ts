import { planSections, planTime, type TimedSlide, type TimePlan } from '../model/time-plan.ts';
import type { Rehearsal } from '../model/rehearsal/rehearsal.ts';
import type { Slide, Talk } from '../model/talk.ts';
import { findMedian, timeRun, type RunTimes } from './run-times.ts';
import { countSlideWords } from './slide-words.ts';

/** A talk's plan beside its rehearsals; all times are seconds. */
export interface TalkTiming {
  talk: string;
  title: string;
  /** Null when the talk has none. */
  duration: number | null;
  /** Sum of the plan of all slides; null when there is no plan. */
  planned: number | null;
  /** Sum of the medians of all slides that were timed. */
  expected: number;
  runs: RunTiming[];
  sections: SectionTiming[];
  /** The counted slides in order. */
  slides: SlideTiming[];
}

/** One rehearsal. */
export interface RunTiming {
  /** When it began, as ISO 8601. */
  startedAt: string;
  seconds: number;
  /** Seconds of its pauses. */
  paused: number;
  /** Id of the slide on which it ended early, which is not timed; null for a whole run. */
  cutOff: string | null;
  /** Seconds on backup slides. */
  backup: number;
  /** Slides that the talk no longer has. */
  missing: { id: string; seconds: number }[];
}

/** The time of one slide. */
export interface SlideTiming {
  id: string;
  title: string;
  /** Number printed on it. */
  number: number;
  /** Null without a plan. */
  planned: number | null;
  /** Whether the author gave it a time. */
  hasTime: boolean;
  /** In each run; null where it was not timed. */
  runs: (number | null)[];
  /** Null where no run timed it. */
  median: number | null;
  /** The step on which the runs stayed longest; null for a slide without steps. */
  longestStep: { step: number; seconds: number } | null;
}

/** The time of a section: the sums of its slides. */
export interface SectionTiming {
  /** Id of the slide that opens it; null before the first. */
  id: string | null;
  title: string;
  slides: string[];
  planned: number | null;
  runs: (number | null)[];
  median: number | null;
}

/** Compares rehearsals of a talk with its plan. Slides are matched by their id. */
export function compareRuns(talk: Talk, runs: readonly Rehearsal[]): TalkTiming {
  const slides = talk.slides.map(toTimedSlide);
  const duration = talk.meta.duration === null ? null : talk.meta.duration * 60;
  const plan = planTime(slides, duration);
  const times = runs.map(timeRun);
  const timed = talk.slides.flatMap((slide) => timeSlide(slide, times, plan));
  return {
    talk: talk.name,
    title: talk.meta.title,
    duration,
    planned: plan?.seconds ?? null,
    expected: sum(timed.map(({ median }) => median ?? 0)),
    runs: runs.map((run, index) => timeWhole(talk, run, times[index])),
    sections: timeSections(slides, timed, plan),
    slides: timed,
  };
}

function toTimedSlide(slide: Slide): TimedSlide {
  const { id, time, layout, visibility } = slide;
  const isSection = layout === 'section';
  return {
    id,
    time,
    words: countSlideWords(slide),
    isSection,
    isCounted: visibility !== 'uncounted',
  };
}

function timeSlide(slide: Slide, times: readonly RunTimes[], plan: TimePlan | null): SlideTiming[] {
  const { id, title, number } = slide;
  if (slide.visibility === 'uncounted' || number === null) return [];
  const runs = times.map(({ slides }) => slides.get(id) ?? null);
  const planned = plan?.slides.find((one) => one.id === id)?.seconds ?? null;
  const median = findMedian(runs.filter((time) => time !== null));
  const longestStep = findLongestStep(slide, times);
  return [{ id, title, number, planned, hasTime: slide.time !== null, runs, median, longestStep }];
}

/** Steps differ between versions of a slide, so only those that it still has count. */
function findLongestStep(
  { id, steps }: Slide,
  times: readonly RunTimes[],
): SlideTiming['longestStep'] {
  if (steps === 0) return null;
  const counts = Array.from({ length: steps + 1 }, (_, step) => step);
  const all = counts.flatMap((step) => {
    const seconds = findMedian(
      times.flatMap((run) => {
        const time = run.cutOff === id ? undefined : run.steps.get(id)?.get(step);
        return time === undefined ? [] : [time];
      }),
    );
    return seconds === null ? [] : [{ step, seconds }];
  });
  return all.toSorted((a, b) => b.seconds - a.seconds)[0] ?? null;
}

function timeWhole(talk: Talk, run: Rehearsal, times: RunTimes | undefined): RunTiming {
  const spent = [...(times?.slides ?? [])].map(([id, seconds]) => ({ id, seconds }));
  const known = new Map(talk.slides.map((slide) => [slide.id, slide]));
  const backup = spent.filter(({ id }) => known.get(id)?.visibility === 'uncounted');
  return {
    startedAt: run.startedAt,
    seconds: run.seconds,
    paused: sum(run.pauses.map(({ seconds }) => seconds)),
    cutOff: times?.cutOff ?? null,
    backup: sum(backup.map(({ seconds }) => seconds)),
    missing: spent.filter(({ id }) => !known.has(id)),
  };
}

function timeSections(
  slides: readonly TimedSlide[],
  timed: readonly SlideTiming[],
  plan: TimePlan | null,
): SectionTiming[] {
  const known = new Map(timed.map((slide) => [slide.id, slide]));
  const without = { slides: timed.map(({ id }) => ({ id, start: 0, seconds: 0 })), seconds: 0 };
  return planSections(slides, plan ?? without).map((section) => {
    const own = section.slides.flatMap((id) => known.get(id) ?? []);
    const runs = (own[0]?.runs ?? []).map((_, run) => sumKnown(own.map((one) => one.runs[run])));
    return {
      id: section.id,
      title: known.get(section.id ?? section.slides[0] ?? '')?.title ?? '',
      slides: section.slides,
      planned: plan ? section.seconds : null,
      runs,
      median: sumKnown(own.map(({ median }) => median)),
    };
  });
}

/** Sums what is known; null where nothing is. */
function sumKnown(times: readonly (number | null | undefined)[]): number | null {
  const known = times.filter((time) => typeof time === 'number');
  return known.length > 0 ? sum(known) : null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
