import type { LineChange } from './edit-times.ts';

/** Lines of text around a change that are shown with it. */
const CONTEXT = 3;

/** Writes changes of a file as a unified diff; `lines` are those of the file before. */
export function renderPatch(
  file: string,
  lines: readonly string[],
  changes: readonly LineChange[],
): string[] {
  let shift = 0;
  const hunks = groupChanges(changes).flatMap((group) => {
    const hunk = renderHunk(lines, group, shift);
    for (const { removed, added } of group) shift += added.length - removed.length;
    return hunk;
  });
  return [`--- a/${file}`, `+++ b/${file}`, ...hunks];
}

/** Groups changes whose surroundings meet. */
function groupChanges(changes: readonly LineChange[]): LineChange[][] {
  const groups: LineChange[][] = [];
  let end = -Infinity;
  for (const change of changes) {
    const group = groups.at(-1);
    if (group && change.line - end <= 2 * CONTEXT) group.push(change);
    else groups.push([change]);
    end = change.line + change.removed.length;
  }
  return groups;
}

function renderHunk(
  lines: readonly string[],
  group: readonly LineChange[],
  shift: number,
): string[] {
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) return [];
  const start = Math.max(1, first.line - CONTEXT);
  const end = Math.min(lines.length, last.line + last.removed.length - 1 + CONTEXT);
  const body: string[] = [];
  let at = start;
  const copyTo = (line: number): void => {
    for (; at < line; at++) body.push(` ${lines[at - 1] ?? ''}`);
  };
  for (const { line, removed, added } of group) {
    copyTo(line);
    body.push(...removed.map((one) => `-${one}`), ...added.map((one) => `+${one}`));
    at += removed.length;
  }
  copyTo(end + 1);
  const count = (sign: string): number => body.filter((line) => !line.startsWith(sign)).length;
  return [`@@ -${start},${count('+')} +${start + shift},${count('-')} @@`, ...body];
}
