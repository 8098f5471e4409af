import type { Span } from '../model/problem.ts';

/** Returns the place of a part of a text. */
export type ToSpan = (offset: number, length: number) => Span;

/** Returns a function that finds lines and columns in the text of a file; a part ends with its line. */
export function openSpans(file: string, text: string): ToSpan {
  const starts = lineStarts(text);
  return (offset, length) => spanAt({ file, text, starts }, offset, length);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Finds the last line that starts at or before an offset. */
function findLine(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function spanAt(
  { file, text, starts }: { file: string; text: string; starts: readonly number[] },
  offset: number,
  length: number,
): Span {
  const index = findLine(starts, offset);
  const start = starts[index] ?? 0;
  const end =
    text.slice(start, (starts[index + 1] ?? text.length + 1) - 1).trimEnd().length + start;
  return {
    file,
    line: index + 1,
    column: offset - start + 1,
    length: Math.max(1, Math.min(length, end - offset)),
  };
}
