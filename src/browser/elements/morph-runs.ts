import type { MeasuredText, Place } from './measured-text.ts';

/** Text that two versions have in common, by its offset in each. */
export interface Run {
  old: number;
  now: number;
  length: number;
}

/** The place of a piece of text in both versions; null where it is in one of them only. */
export interface TextPair {
  old: Place | null;
  now: Place | null;
}

/** Cuts of a text into pieces without line breaks and tabs, the coarsest first: a piece is within one row. */
const CUTS = [/\S+(?: \S+)*/gu, /\S+/gu, /\S/gu];

/** Reads the runs that the build has written, from the version that is left to the one that comes. */
export function readRuns(text: string, isBack: boolean): Run[] {
  return text.split(' ').flatMap((run) => {
    const [before = NaN, after = NaN, length = NaN] = run.split(',').map(Number);
    if (!(length > 0)) return [];
    return [isBack ? { old: after, now: before, length } : { old: before, now: after, length }];
  });
}

/** Cuts both versions into pieces that stay, go or come. */
export function cutRuns(
  { old, now }: { old: MeasuredText; now: MeasuredText },
  runs: readonly Run[],
): TextPair[] {
  // Values in code can have changed since the build.
  const kept = runs.filter((run) => sliceAt(old, run.old, run) === sliceAt(now, run.now, run));
  const both = kept.flatMap((run) => cutBoth(old, now, run));
  const gone = listGaps(
    old,
    kept.map((run) => [run.old, run.length]),
  ).map((place) => ({
    old: place,
    now: null,
  }));
  const come = listGaps(
    now,
    kept.map((run) => [run.now, run.length]),
  ).map((place) => ({
    old: null,
    now: place,
  }));
  return [...gone, ...both, ...come];
}

function sliceAt({ text }: MeasuredText, start: number, { length }: Run): string {
  return text.slice(start, start + length);
}

function cutBoth(old: MeasuredText, now: MeasuredText, run: Run, level = 0): TextPair[] {
  const cut = CUTS[level];
  if (!cut) return [];
  return [...sliceAt(now, run.now, run).matchAll(cut)].flatMap(({ index, 0: { length } }) => {
    const part = { old: run.old + index, now: run.now + index, length };
    const places = { old: old.measure(part.old, length), now: now.measure(part.now, length) };
    return places.old && places.now ? [places] : cutBoth(old, now, part, level + 1);
  });
}

/** Lists the pieces of a text between the given ones. */
function listGaps(
  text: MeasuredText,
  taken: (readonly [start: number, length: number])[],
): Place[] {
  const sorted = [...taken].sort((a, b) => a[0] - b[0]);
  let at = 0;
  const places = sorted.flatMap(([start, length]) => {
    const gap = cutOne(text, at, start - at);
    at = start + length;
    return gap;
  });
  return [...places, ...cutOne(text, at, text.text.length - at)];
}

function cutOne(text: MeasuredText, start: number, size: number, level = 0): Place[] {
  const cut = CUTS[level];
  if (!cut || size <= 0) return [];
  return [...text.text.slice(start, start + size).matchAll(cut)].flatMap(
    ({ index, 0: { length } }) =>
      text.measure(start + index, length) ?? cutOne(text, start + index, length, level + 1),
  );
}
