import type { Finding } from '../../talk/problems/finding.ts';
import type { TextOf } from '../../talk/source/frame.ts';
import type { Span } from '../../talk/model/problem.ts';
import type { Slide, Talk } from '../../talk/model/talk.ts';

const CUT = /^-{3,}\s*$/;
/** A slide that begins with one begins with its front matter. */
const KEY = /^[\w-]+:/;
const FENCE = /^\s*(`{3,}|~{3,})/;
/** Signs of Markdown that do not show on a slide. */
const SIGNS = /\]\([^)]*\)|[*_`[\]\\]/g;
/** Characters enough to tell one line from another. */
const MIN_WORDS = 3;

/** Finds the place of a finding in the author's text: its block, its diagram, the line with its words, or the whole slide. */
export function locateFinding(
  { block, words, fault }: Finding,
  slide: Slide,
  textOf: TextOf,
): Span {
  const use = slide.blocks.find(({ id }) => id === block);
  if (use) return use.span;
  const found = findWords(words, slide.place, textOf(slide.place.file)) ?? slide.place;
  if (fault.code !== 'small-diagram') return found;
  // The compiler knows where the fence of a diagram is that is small on any slide.
  const foreseen = slide.problems.filter(({ code }) => code === fault.code).map(({ span }) => span);
  return foreseen.findLast((span) => span && span.line <= found.line) ?? foreseen[0] ?? found;
}

/** Finds the key of the talk whose words are on all of its slides; undefined where the talk does not have it. */
export function locateKey(key: string, { file }: Talk, textOf: TextOf): Span | undefined {
  const lines = textOf(file)?.split(/\r?\n/) ?? [];
  const end = lines.findIndex((line, index) => index > 0 && CUT.test(line));
  const index = lines.findIndex((line) => line.startsWith(`${key}:`));
  if (index === -1 || index > end) return undefined;
  return { file, line: index + 1, column: 1, length: lines[index]?.trimEnd().length ?? 0 };
}

function findWords(words: string, place: Span, text: string | undefined): Span | undefined {
  const [first = ''] = words.trim().split('\n');
  const wanted = simplify(first);
  if (wanted.length < MIN_WORDS || text === undefined) return undefined;
  const lines = text.split(/\r?\n/);
  const end = countToEnd(lines, place.line);
  const index = lines.findIndex((line, at) => {
    if (at + 1 < place.line || at >= end) return false;
    return line.includes(first) || simplify(line).includes(wanted);
  });
  if (index === -1) return undefined;
  return { file: place.file, line: index + 1, ...spanIn(lines[index] ?? '', first) };
}

/** Counts the lines up to the end of the slide that begins on a line. */
function countToEnd(lines: readonly string[], start: number): number {
  let fence = '';
  let cuts = 0;
  const hasFrontMatter = CUT.test(lines[start - 2] ?? '') && KEY.test(lines[start - 1] ?? '');
  for (let index = start - 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const mark = FENCE.exec(line)?.[1] ?? '';
    if (mark !== '' && fence === '') fence = mark;
    else if (mark !== '' && mark.startsWith(fence)) fence = '';
    if (fence !== '' || !CUT.test(line)) continue;
    cuts++;
    if (cuts > (hasFrontMatter ? 1 : 0)) return index;
  }
  return lines.length;
}

/** Returns the stretch of a line that holds some words as they are, else all of it. */
function spanIn(line: string, words: string): { column: number; length: number } {
  const at = line.indexOf(words);
  if (at !== -1) return { column: at + 1, length: words.length };
  const indent = line.length - line.trimStart().length;
  return { column: indent + 1, length: line.trim().length };
}

function simplify(text: string): string {
  return text.replace(SIGNS, '').replace(/\s+/g, ' ').trim();
}
