import type { Token } from '../../../model/token.ts';
import type { DeckSlide } from '../../deck.ts';

/** Ends the lines around a picture of HTML that is alone on its line of a paragraph: it goes below the words, not beside them. */
export function breakAtPictures({ raw }: Token, { edits }: DeckSlide, start: number): void {
  if (!/<img\b/i.test(raw) || !edits.text.startsWith(raw.trimEnd(), start)) return;
  const lines = raw.trimEnd().split('\n');
  let at = start;
  for (const [index, line] of lines.entries()) {
    const end = at + line.trimEnd().length;
    const next = lines[index + 1];
    const isBroken = /(?:\\|<br ?\/?>| {2})$/i.test(line);
    if (next !== undefined && isPicture(line) !== isPicture(next) && !isBroken)
      edits.insert(end, '\\');
    at += line.length + 1;
  }
}

function isPicture(line: string): boolean {
  return /^\s*<img\b[^<>]*>\s*$/i.test(line);
}
