import { mergeConflict } from '../problems/syntax-problems.ts';
import type { Problem } from '../model/problem.ts';

/** A merge conflict in a file; lines count from 1. */
export interface Conflict {
  first: number;
  last: number;
  /** The two sides with their names; null when the markers are incomplete. */
  sides: { ours: ConflictSide; theirs: ConflictSide } | null;
}

/** One side of a merge conflict; it is empty when `last` is less than `first`. */
export interface ConflictSide {
  name: string;
  first: number;
  last: number;
}

const MAY_CONFLICT = /^(?:<{7}|>{7})(?: |\r?$)/m;
const START = /^<{7}(?: (.*))?$/;
const BASE = /^\|{7}(?: .*)?$/;
const MIDDLE = /^={7}$/;
const END = /^>{7}(?: (.*))?$/;
const LINE_END = /\r\n?|\n/;

/** Finds Git's conflict markers in a file. */
export function findConflicts(text: string): Conflict[] {
  if (!MAY_CONFLICT.test(text)) return [];
  const lines = text.split(LINE_END);
  const conflicts: Conflict[] = [];
  for (let at = 0; at < lines.length; at++) {
    const conflict = readConflict(lines, at);
    if (!conflict) continue;
    conflicts.push(conflict);
    at = conflict.last - 1;
  }
  return conflicts;
}

/** Reads the conflict that begins at a line; an end marker without a start counts as one. */
function readConflict(lines: readonly string[], start: number): Conflict | null {
  const opening = START.exec(lines[start] ?? '');
  if (!opening) {
    return END.test(lines[start] ?? '') ? { first: start + 1, last: start + 1, sides: null } : null;
  }
  const find = (mark: RegExp, from: number): number =>
    lines.findIndex((line, at) => at > from && mark.test(line));
  const end = find(END, start);
  const next = find(START, start);
  const middle = find(MIDDLE, start);
  if (end < 0 || middle < 0 || middle > end || (next >= 0 && next < end)) {
    return { first: start + 1, last: start + 1, sides: null };
  }
  const base = find(BASE, start);
  const oursEnd = base > 0 && base < middle ? base : middle;
  const [, ours = ''] = opening;
  const [, theirs = ''] = END.exec(lines[end] ?? '') ?? [];
  return {
    first: start + 1,
    last: end + 1,
    sides: {
      ours: { name: ours.trim(), first: start + 2, last: oursEnd },
      theirs: { name: theirs.trim(), first: middle + 2, last: end },
    },
  };
}

/** Blanks the lines of conflicts except the first side, so that the rest can be parsed. */
export function takeFirstSide(text: string, conflicts: readonly Conflict[]): string {
  const lines = text.split('\n');
  for (const { first, last, sides } of conflicts) {
    for (let line = first; line <= last; line++) {
      const isOurs = sides && line >= sides.ours.first && line <= sides.ours.last;
      if (!isOurs) lines[line - 1] = '';
    }
  }
  return lines.join('\n');
}

/** Reports conflicts, each at its first marker. */
export function reportConflicts(conflicts: readonly Conflict[], file: string): Problem[] {
  return conflicts.map(({ first, sides }) =>
    mergeConflict(sides, { file, line: first, column: 1, length: 7 }),
  );
}
