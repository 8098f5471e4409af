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
    const text = applyHunk(merged.text, hunk);
    const next = applyHunk(merged.base, hunk);
    if (text === false || next === false) merged.conflicts.unshift(hunk.lines);
    else Object.assign(merged, { text, base: next, taken: merged.taken + 1 });
  }
  return merged;
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
