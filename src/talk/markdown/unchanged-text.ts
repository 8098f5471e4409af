import type { SlideFileCache, CachedPiece } from './slide-cache.ts';

/** The cached pieces of a text that did not change. */
export interface SameParts {
  /** The unchanged pieces at the start of the text. */
  above: readonly CachedPiece[];
  /** Returns the unchanged pieces from an offset before the end; undefined when none start there. */
  findBelow(left: number): readonly CachedPiece[] | undefined;
  /** Finds a cached piece with the same text between the unchanged start and end. */
  findSame(text: string, isLast: boolean): CachedPiece | undefined;
}

/** Compares a text with its cached version. */
export function splitUnchanged({ body: before, pieces }: SlideFileCache, body: string): SameParts {
  const start = countSameStart(before, body);
  const end = countSameEnd(before, body);
  const starts = listStarts(pieces);
  // The end of a piece depends on the whole line of dashes below it, which belongs to the next piece.
  const isAbove = (at: number): boolean => {
    const next = pieces[at + 1];
    return next !== undefined && !next.isLast && (starts[at + 2] ?? Infinity) <= start;
  };
  const above = pieces.findIndex((_, at) => !isAbove(at));
  const below = starts.findIndex((at) => before.length - at <= end);
  const byText = new Map<string, CachedPiece>();
  for (let at = above; at < below; at++) {
    const piece = pieces[at];
    if (piece) byText.set(before.slice(starts[at], starts[at + 1]), piece);
  }
  return {
    above: pieces.slice(0, Math.max(0, above)),
    findBelow(left) {
      if (left > end) return undefined;
      const at = starts.indexOf(before.length - left);
      return at < 0 || at >= pieces.length ? undefined : pieces.slice(at);
    },
    findSame(text, isLast) {
      const piece = byText.get(text);
      return piece?.isLast === isLast ? piece : undefined;
    },
  };
}

/** Returns the start of each piece, and the end of the last. */
function listStarts(pieces: readonly CachedPiece[]): number[] {
  const starts = [0];
  let at = 0;
  for (const { length } of pieces) starts.push((at += length));
  return starts;
}

/** Counts the equal characters at the start of two texts. */
function countSameStart(a: string, b: string): number {
  return countSame(
    Math.min(a.length, b.length),
    (from, to) => a.slice(from, to) === b.slice(from, to),
  );
}

/** Counts the equal characters at the end of two texts. */
function countSameEnd(a: string, b: string): number {
  const cut = (text: string, from: number, to: number): string =>
    text.slice(text.length - to, text.length - from);
  return countSame(
    Math.min(a.length, b.length),
    (from, to) => cut(a, from, to) === cut(b, from, to),
  );
}

/** Counts equal characters by binary search, which reads each character about twice. */
function countSame(most: number, isSame: (from: number, to: number) => boolean): number {
  let same = 0;
  let end = most;
  while (same < end) {
    const middle = Math.ceil((same + end) / 2);
    if (isSame(same, middle)) same = middle;
    else end = middle - 1;
  }
  return same;
}
