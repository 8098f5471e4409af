import type { DeckSlide } from '../deck.ts';
import { scanLines } from '../scan-lines.ts';

/**
 * Puts blank lines around the tags of blocks whose lines hold formulas. In the deck a script typesets them anywhere; in a
 * talk an element holds Markdown only behind a blank line.
 */
export function openHtml(slide: DeckSlide): void {
  const { text } = slide.edits;
  if (!FORMULA.test(text) || !text.includes('<')) return;
  const lines = scanLines(text);
  lines.forEach((line, index) => {
    if (line.isInside || !TAGS.test(line.text)) return;
    const above = lines[index - 1]?.text ?? '';
    const below = lines[index + 1]?.text ?? '';
    if (isWords(below)) slide.edits.insert(line.start + line.text.length, '\n');
    if (isWords(above)) slide.edits.insert(line.start, '\n');
  });
}

function isWords(line: string): boolean {
  return line.trim() !== '' && !TAGS.test(line);
}

/** A line of nothing but the tags of blocks. */
const TAGS = /^[ \t]*(?:<\/?(?:div|section|center|article|p)\b[^<>]*>[ \t]*)+$/i;
const FORMULA = /\$[^\s$][^$]*\$|\\\(/;
