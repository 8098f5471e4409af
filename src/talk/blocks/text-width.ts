import { advanceOf } from '../text/letter-widths.ts';

/** Returns the width of a line of text in the text face at `size` pixels, without a browser. */
export function measureText(text: string, size: number): number {
  let width = 0;
  for (const character of text.normalize('NFD')) width += advanceOf(character);
  return (width * size) / 1000;
}

/** Counts the lines of a text in a column; words are not broken. */
export function countLines(text: string, size: number, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const wordWidth = measureText(word, size);
    const joined = used === 0 ? wordWidth : used + measureText(' ', size) + wordWidth;
    if (joined <= width || used === 0) {
      used = joined;
      continue;
    }
    lines += 1;
    used = wordWidth;
  }
  return lines;
}
