import { applyPatch, structuredPatch, type StructuredPatchHunk } from 'diff';

/** A talk with the changes of its deck: the text, the text to compare with next time, and what could not be taken. */
export interface MergedTalk {
  text: string;
  base: string;
  /** Number of places that were taken. */
  taken: number;
  /** Changes of the deck at places that the author has changed as well, as lines of a diff. */
  conflicts: string[][];
}

/** Brings changes of a deck into its talk: from the text of the last import to that of the new one. Work on the talk wins. */
export function mergeImport(base: string, mine: string, theirs: string): MergedTalk {
  const { hunks } = structuredPatch('', '', base, theirs, '', '', { context: 3 });
  const merged: MergedTalk = { text: mine, base, taken: 0, conflicts: [] };
  // From the end, so that the lines of the hunks above stay where they are in the base.
  for (const hunk of hunks.toReversed()) {
    if (takeHunk(hunk, merged)) continue;
    const parts = splitHunk(hunk);
    for (const part of parts.toReversed())
      if (parts.length === 1 || !takeHunk(part, merged)) merged.conflicts.unshift(part.lines);
  }
  return merged;
}

function takeHunk(hunk: StructuredPatchHunk, merged: MergedTalk): boolean {
  const text = applyHunk(merged.text, hunk);
  const base = applyHunk(merged.base, hunk);
  if (text === false || base === false) return false;
  Object.assign(merged, { text, base, taken: merged.taken + 1 });
  return true;
}

/** Splits changes that stand near each other, so that one of them does not keep the others from the talk. */
function splitHunk(hunk: StructuredPatchHunk): StructuredPatchHunk[] {
  const linesOf = (sign: string): string =>
    hunk.lines
      .filter((line) => line.startsWith(sign) || line.startsWith(' '))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  const { hunks } = structuredPatch('', '', linesOf('-'), linesOf('+'), '', '', { context: 1 });
  return hunks.map((part) => ({
    ...part,
    oldStart: part.oldStart + hunk.oldStart - 1,
    newStart: part.newStart + hunk.newStart - 1,
  }));
}

function applyHunk(text: string, hunk: StructuredPatchHunk): string | false {
  const names = { oldFileName: '', newFileName: '', oldHeader: '', newHeader: '' };
  return applyPatch(text, { ...names, hunks: [hunk] });
}

/** Lists what differs between two texts as lines of a unified diff. */
export function listChanges(before: string, after: string): string[] {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: 2 });
  return hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines,
  ]);
}
