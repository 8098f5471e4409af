import type { ComposedSlide } from '../model/composed.ts';
import type { Problem } from '../model/problem.ts';
import type { SlideFile } from '../model/slide-file.ts';
import { timesOverDuration, type RepeatedTime } from '../problems/problems.ts';

/**
 * Reports times of slides that do not fit the duration of their talk. A sum that is less is not reported: the rest is for
 * slides without a time, and for questions.
 */
export function checkTimes(
  { head, headSpans }: SlideFile,
  slides: readonly Pick<ComposedSlide, 'spec' | 'source'>[],
): Problem[] {
  const duration = (head?.duration ?? 0) * 60;
  const span = headSpans.duration;
  if (!span) return [];
  const timed = slides.filter(({ spec }) => spec.visibility !== 'uncounted');
  const sum = timed.reduce((total, { spec }) => total + (spec.time ?? 0), 0);
  // Decimals of minutes are not exact.
  if (sum <= duration + 0.5) return [];
  return [timesOverDuration({ sum, duration, repeated: findRepeated(timed) }, span)];
}

/** Finds the `time` beside a `src` of several slides that adds most; null for none. */
function findRepeated(
  slides: readonly Pick<ComposedSlide, 'spec' | 'source'>[],
): RepeatedTime | null {
  const found = new Map<string, RepeatedTime>();
  for (const { spec, source } of slides) {
    const { time: span } = source.keySpans;
    if (!span || spec.time === undefined) continue;
    const place = `${span.file}:${span.line}`;
    // A slide that is in the talk twice has its own time twice.
    if (span.file === source.span.file) continue;
    found.set(place, { place, seconds: spec.time, slides: (found.get(place)?.slides ?? 0) + 1 });
  }
  const [most] = [...found.values()]
    .filter(({ slides: count }) => count > 1)
    .toSorted((a, b) => b.slides * b.seconds - a.slides * a.seconds);
  return most ?? null;
}
