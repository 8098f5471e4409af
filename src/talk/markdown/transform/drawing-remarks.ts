import type { Token } from '../../model/token.ts';
import { parseComment } from './comment.ts';

/** Removes the comments of drawing programs: those with words within an SVG that is closed in the same raw HTML. */
export function dropDrawingRemarks(pieces: readonly Token[]): Token[] {
  const last = pieces.findLastIndex(({ type, raw }) => type === 'html' && /<\/svg\b/i.test(raw));
  let depth = 0;
  return pieces.filter((piece, index) => {
    if (piece.type === 'html') depth = readDepth(piece.raw, depth);
    const isWithin = depth > 0 && index < last;
    return !isWithin || piece.type !== 'comment' || !hasWords(piece);
  });
}

/** Returns how many drawings are open at the end of a text. */
function readDepth(raw: string, before: number): number {
  let depth = before;
  for (const [, slash] of raw.matchAll(DRAWING)) depth = Math.max(0, depth + (slash ? -1 : 1));
  return depth;
}

function hasWords({ raw, span }: Token): boolean {
  return parseComment(raw, span).kind === 'words';
}

/** A tag of a drawing that does not close itself. */
const DRAWING = /<(\/?)svg\b(?:"[^"]*"|'[^']*'|[^>"'])*(?<!\/)>/gi;
