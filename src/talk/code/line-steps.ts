/** The lines of one state as written: their numbers, all, or a side of a comparison. */
export type LineState = number[] | 'all' | 'before' | 'after';

/** Line steps, or the part of them that means nothing and its offset. */
export type LineSteps = { states: LineState[] } | { fault: string; offset: number };

/** The lines that there are, and whether they are a comparison. */
export interface LineRange {
  first: number;
  last: number;
  isDiff?: boolean;
}

const RANGE = /^(\d+)(?:\s*-\s*(\d+))?$/;

/** Parses line steps, `1-2|5|all`; in a comparison `before` and `after` are its sides. */
export function parseLineSteps(text: string, range: LineRange): LineSteps {
  const states: LineState[] = [];
  let offset = 0;
  for (const part of text.split('|')) {
    const state = parseState(part.trim(), range);
    if (state === undefined) return { fault: part, offset };
    states.push(state);
    offset += part.length + 1;
  }
  return { states };
}

function parseState(part: string, { first, last, isDiff }: LineRange): LineState | undefined {
  if (part === 'all' || part === '*') return 'all';
  if (part === 'none') return [];
  if (isDiff && (part === 'before' || part === 'after')) return part;
  const lines = new Set<number>();
  for (const range of part.split(',')) {
    const [, from, to = from] = RANGE.exec(range.trim()) ?? [];
    const [start, end] = [Number(from), Number(to)];
    if (!(start >= first && start <= end && end <= last)) return undefined;
    for (let line = start; line <= end; line++) lines.add(line);
  }
  return [...lines].sort((a, b) => a - b);
}
