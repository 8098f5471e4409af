import type { SlideFileCache, CachedPiece } from './slide-cache.ts';

/** The parts of a text that were read before. */
export interface SameParts {
  /** The pieces with which the text begins. */
  above: readonly CachedPiece[];
  /** All pieces from a place on, so many characters before the end; undefined where no known ones begin there. */
  findBelow(left: number): readonly CachedPiece[] | undefined;
  /** A piece of the same text that stood between those above and those below. */
  findSame(text: string, isLast: boolean): CachedPiece | undefined;
}

/** Compares a text with the one that was read before it. */
export function splitUnchanged({ body: before, pieces }: SlideFileCache, body: string): SameParts {
  const start = countSameStart(before, body);
  const end = countSameEnd(before, body);
  const starts = listStarts(pieces);
  // Where a piece ends depends on the whole line of dashes below it, which is the first of the next piece.
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

/** Where each piece begins, and where the last one ends. */
function listStarts(pieces: readonly CachedPiece[]): number[] {
  const starts = [0];
  let at = 0;
  for (const { length } of pieces) starts.push((at += length));
  return starts;
}

/** Counts the characters with which two texts begin alike. */
function countSameStart(a: string, b: string): number {
  return countSame(
    Math.min(a.length, b.length),
    (from, to) => a.slice(from, to) === b.slice(from, to),
  );
}

/** Counts the characters with which two texts end alike. */
function countSameEnd(a: string, b: string): number {
  const cut = (text: string, from: number, to: number): string =>
    text.slice(text.length - to, text.length - from);
  return countSame(
    Math.min(a.length, b.length),
    (from, to) => cut(a, from, to) === cut(b, from, to),
  );
}

/** Halves the doubt again and again, which looks at each character about twice. */
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
