import type { Span } from '../model/problem.ts';
import type { TagPiece } from './tags.ts';

/** Returns the place of a tag. */
export type FindPlace = (piece: Pick<TagPiece, 'offset' | 'name'>) => Span;

/**
 * Builds a function that returns the places of tags in raw HTML starting at `span`. Columns are exact when the HTML is
 * not indented.
 */
export function placeTags(html: string, span: Span): FindPlace {
  const starts = [0];
  for (let at = html.indexOf('\n'); at >= 0; at = html.indexOf('\n', at + 1)) starts.push(at + 1);
  return ({ offset, name }) => {
    const row = findRow(starts, offset);
    const column = offset - (starts[row] ?? 0);
    const before = row === 0 ? span.column : 1;
    return { ...span, line: span.line + row, column: before + column, length: name.length + 1 };
  };
}

/** Finds the last row that starts at an offset or before it, by binary search. */
function findRow(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
