import type { DeckSlide } from '../deck.ts';
import { scanLines } from '../scan-lines.ts';

/**
 * Puts blank lines between a whole element and Markdown right below it, which older programs read, and around the tags
 * of blocks whose lines hold formulas. In the deck a script typesets them anywhere; in a
 * talk an element holds Markdown only behind a blank line.
 */
export function openHtml(slide: DeckSlide): void {
  const { text } = slide.edits;
  if (!text.includes('<')) return;
  const hasFormula = FORMULA.test(text);
  const lines = scanLines(text);
  lines.forEach((line, index) => {
    if (line.isInside) return;
    const isWhole = ELEMENT.test(line.text) && MARKDOWN.test(lines[index + 1]?.text ?? '');
    if (isWhole) slide.edits.insert(line.start + line.text.length, '\n');
    if (!hasFormula || isWhole || !TAGS.test(line.text)) return;
    const above = lines[index - 1]?.text ?? '';
    const below = lines[index + 1]?.text ?? '';
    if (isWords(below)) slide.edits.insert(line.start + line.text.length, '\n');
    if (isWords(above)) slide.edits.insert(line.start, '\n');
  });
}

function isWords(line: string): boolean {
  return line.trim() !== '' && !TAGS.test(line);
}

/** A line with a whole element, and one that is Markdown. */
const ELEMENT =
  /^ {0,3}<(h[1-6]|div|p|center|section|ul|ol|table|blockquote)\b[^>]*>.*<\/\1>[ \t]*$/i;
const MARKDOWN = /^(?:#{1,6}[ \t]|[-*+][ \t]|\d+[.)][ \t]|>|`{3}|!\[)/;
/** A line of nothing but the tags of blocks. */
const TAGS = /^[ \t]*(?:<\/?(?:div|section|center|article|p)\b[^<>]*>[ \t]*)+$/i;
const FORMULA = /\$[^\s$][^$]*\$|\\\(/;
