import type { Problem } from './problem.ts';
import { lostCharacter } from './problems/syntax.ts';

/** What was not UTF-8 has become such characters when it was read; UTF-16 is full of zeros. */
const LOST = ['\uFFFD', '\0'];

/** Tells that characters of a file were lost when it was read; the first stands for all. */
export function findLost(text: string, file: string): Problem[] {
  // Looking for each by itself is far faster than looking for both at once.
  const places = LOST.map((character) => text.indexOf(character)).filter((at) => at >= 0);
  if (places.length === 0) return [];
  const index = Math.min(...places);
  const line = text.slice(0, index).split(LINE_END).length;
  const start = Math.max(text.lastIndexOf('\n', index - 1), text.lastIndexOf('\r', index - 1));
  const column = index === 0 ? 1 : index - start;
  return [lostCharacter({ file, line, column, length: 1 })];
}

const LINE_END = /\r\n?|\n/;
