import type { Problem, Span } from '../model/problem.ts';
import { controlCharacter, lostCharacter } from '../problems/character-problems.ts';
import { showControls } from '../text/symbols.ts';

/** Reading replaces bytes that are not UTF-8 by the first character; UTF-16 has many zeros. */
const LOST = ['\uFFFD', '\0'];

/** Reports that characters of a file were lost when it was read, once per file. */
export function findLost(text: string, file: string): Problem[] {
  // Two separate searches are much faster than one combined.
  const places = LOST.map((character) => text.indexOf(character)).filter((at) => at >= 0);
  if (places.length === 0) return [];
  const index = Math.min(...places);
  const line = text.slice(0, index).split(LINE_END).length;
  const start = Math.max(text.lastIndexOf('\n', index - 1), text.lastIndexOf('\r', index - 1));
  const column = index === 0 ? 1 : index - start;
  return [lostCharacter({ file, line, column, length: 1 })];
}

/** Reports the first control character on each slide; `starts` are the slides' first lines. */
export function findControls(text: string, file: string, starts: readonly number[]): Problem[] {
  const found = new Map<number, Problem>();
  for (const [index, content] of text.split('\n').entries()) {
    const column = content.search(CONTROL) + 1;
    const line = index + 1;
    const slide = starts.findLastIndex((start) => start <= line);
    if (column === 0 || found.has(slide)) continue;
    found.set(
      slide,
      describeControl(content.charAt(column - 1), { file, line, column, length: 1 }),
    );
  }
  return [...found.values()];
}

/** Reports a control character at its place. */
export function describeControl(character: string, span: Span): Problem {
  return controlCharacter(character.charCodeAt(0), showControls(character), span);
}

const LINE_END = /\r\n?|\n/;
/** Control characters but zero, tab and line end. */
const CONTROL = /[^\P{Cc}\0\t\n]/u;
