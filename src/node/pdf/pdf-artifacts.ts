import type { Add } from './pdf-bookmarks.ts';
import { readText, type PdfFile } from './pdf-file.ts';
import { tokenize } from './pdf-tokens.ts';

const CONTENTS = /\/Contents (\d+ 0 R)/;
const IS_TAGGED = /\/StructParents\b/;
const BEGIN = '/Artifact BMC\n';
const END = '\nEMC\n';
/** Operators that put something on the page. */
const DRAWING = new Set([
  'f',
  'F',
  'f*',
  'S',
  's',
  'sh',
  'B',
  'B*',
  'b',
  'b*',
  'Do',
  'BI',
  'Tj',
  'TJ',
  "'",
  '"',
]);

/** Marks all content of pages as artifacts, so that screen readers pass over them; leaves pages with tags alone. */
export function markArtifacts(file: PdfFile, pages: readonly number[], add: Add): void {
  const plain = pages.filter((page) => !IS_TAGGED.test(readText(file, page)));
  if (plain.length === 0) return;
  const [begin, end] = [BEGIN, END].map((text) =>
    add(`<</Length ${text.length}>> stream\n${text}\nendstream`),
  );
  for (const page of plain) {
    const wrapped = `/Contents [${begin} 0 R $1 ${end} 0 R]`;
    add(readText(file, page).replace(CONTENTS, wrapped), page);
  }
}

/** Returns whether everything that a content stream draws is marked as an artifact. */
export function isArtifact(content: string): boolean {
  const marks: boolean[] = [];
  /** Returns the first name before an operator: the name of a mark. */
  let name = '';
  let isMarked = false;
  for (const { kind, value } of tokenize(content)) {
    if (kind === 'name') name ||= value;
    if (kind !== 'operator') continue;
    if (value === 'BMC' || value === 'BDC') {
      isMarked ||= name === 'Artifact';
      marks.push(name === 'Artifact' || marks.at(-1) === true);
    } else if (value === 'EMC') marks.pop();
    else if (DRAWING.has(value) && marks.at(-1) !== true) return false;
    name = '';
  }
  return isMarked;
}
