import type { Rehearsal } from '../model/rehearsal/rehearsal.ts';

/** How long a run stayed on each slide, in seconds. */
export interface RunTimes {
  /** By the slide's id, over all visits. */
  slides: Map<string, number>;
  /** By the slide's id and the number of steps that were shown. */
  steps: Map<string, Map<number, number>>;
  /** Id of the slide on which it ended early, whose time is not known; null for a whole run. */
  cutOff: string | null;
}

/** Sums up the time of a run on each slide; the last visit of a run that ended early is left out. */
export function timeRun({ moves, seconds, isWhole }: Rehearsal): RunTimes {
  const times: RunTimes = { slides: new Map(), steps: new Map(), cutOff: null };
  const last = moves.at(-1)?.slide;
  if (!isWhole && last !== undefined) times.cutOff = last;
  // All steps of the last visit belong to it.
  const end = moves.findLastIndex(({ slide }) => slide !== last) + 1;
  for (const [index, { at, slide, step }] of moves.entries()) {
    if (!isWhole && index >= end) break;
    const length = (moves[index + 1]?.at ?? seconds) - at;
    add(times.slides, slide, length);
    const steps = times.steps.get(slide) ?? new Map<number, number>();
    times.steps.set(slide, steps);
    add(steps, step, length);
  }
  if (times.cutOff !== null && times.slides.has(times.cutOff)) times.slides.delete(times.cutOff);
  return times;
}

/** Returns the median of numbers; null of none. */
export function findMedian(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function add<Key>(sums: Map<Key, number>, key: Key, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}
