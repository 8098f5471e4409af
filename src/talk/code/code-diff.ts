import type { CodeLines, CodePart, ToProblem } from '../model/code/code.ts';
import { alignLists } from '../text/align.ts';
import { limitLines, pickLines } from './code-lines.ts';

/** A line of a comparison; `number` counts in the older file for a line that is gone, else in the newer one. */
export interface DiffLine {
  kind: 'same' | 'gone' | 'added';
  number: number;
  text: string;
}

/** The lines of both sides of a comparison. */
export interface CodePair {
  before: CodeLines;
  after: CodeLines;
}

/** Lines around the changes of a comparison without a range. */
const CONTEXT = 3;

/** Compares two excerpts line by line. */
export function diffCode(before: CodeLines, after: CodeLines): DiffLine[] {
  let old = before.first;
  let now = after.first;
  return alignLists(before.lines, after.lines).map(({ kind, item }) => {
    const line = { kind, number: kind === 'gone' ? old : now, text: item };
    if (kind !== 'added') old++;
    if (kind !== 'gone') now++;
    return line;
  });
}

/**
 * Takes a part of the newer file and the lines of the older file that it comes from. Without a part these are the
 * lines from the first change to the last, with some around them; a region is taken by its name on both sides.
 */
export function pickPair(
  before: readonly string[],
  after: readonly string[],
  part: CodePart,
  files: { before: string; after: string },
): CodePair | ToProblem {
  if (part.kind === 'region') return pickRegions(before, after, part, files);
  const picked = pickLines(after, part.kind === 'all' ? { kind: 'all' } : part, files.after);
  if (typeof picked === 'function' && part.kind === 'lines') return picked;
  const lines = diffCode({ first: 1, lines: before }, { first: 1, lines: after });
  const [from, to] = part.kind === 'lines' ? findRange(lines, part) : findChanges(lines);
  const pair = toPair(lines.slice(from, to + 1), lines.slice(0, from));
  return checkPair(pair);
}

function pickRegions(
  before: readonly string[],
  after: readonly string[],
  part: CodePart,
  files: { before: string; after: string },
): CodePair | ToProblem {
  const [old, now] = [
    pickLines(before, part, files.before),
    pickLines(after, part, files.after),
  ] as const;
  if (typeof now === 'function') return now;
  return typeof old === 'function' ? old : { before: old, after: now };
}

function checkPair(pair: CodePair): CodePair | ToProblem {
  for (const side of [pair.after, pair.before]) {
    const limited = limitLines(side);
    if (typeof limited === 'function') return limited;
  }
  return pair;
}

/** Finds the lines of a range; those that went right above it belong to it. */
function findRange(
  lines: readonly DiffLine[],
  { first, last }: { first: number; last: number },
): [number, number] {
  const isAt = (number: number) => (line: DiffLine) =>
    line.kind !== 'gone' && line.number === number;
  let from = lines.findIndex(isAt(first));
  while (from > 0 && lines[from - 1]?.kind === 'gone') from--;
  return [from, lines.findIndex(isAt(last))];
}

function findChanges(lines: readonly DiffLine[]): [number, number] {
  const first = lines.findIndex(({ kind }) => kind !== 'same');
  const last = lines.findLastIndex(({ kind }) => kind !== 'same');
  if (first < 0) return [0, lines.length - 1];
  return [Math.max(0, first - CONTEXT), Math.min(lines.length - 1, last + CONTEXT)];
}

function toPair(lines: readonly DiffLine[], above: readonly DiffLine[]): CodePair {
  const side = (other: DiffLine['kind']): CodeLines => ({
    first: above.filter(({ kind }) => kind !== other).length + 1,
    lines: lines.filter(({ kind }) => kind !== other).map(({ text }) => text),
  });
  return { before: side('added'), after: side('gone') };
}
