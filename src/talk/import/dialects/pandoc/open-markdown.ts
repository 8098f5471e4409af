import type { DeckSlide } from '../../deck.ts';
import { scanLines } from '../../scan-lines.ts';

/** Opens elements of HTML for the Markdown in them, which Pandoc reads there: blank lines stand around their tags. */
export function openMarkdown(slide: DeckSlide): void {
  const { text } = slide.edits;
  if (!text.includes('<')) return;
  const lines = scanLines(text);
  lines.forEach((line, index) => {
    if (line.isInside) return;
    const [, name = '', words = ''] = HEADING.exec(line.text) ?? [];
    if (name !== '') {
      const stretch = { start: line.start, end: line.start + line.text.length };
      slide.edits.replace(stretch, `\n${'#'.repeat(Number(name))} ${words.trim()}\n`);
      return;
    }
    if (!TAG.test(line.text)) return;
    const [above = '', below = ''] = [lines[index - 1]?.text, lines[index + 1]?.text];
    if (isWords(below)) slide.edits.insert(line.start + line.text.length, '\n');
    if (isWords(above)) slide.edits.insert(line.start, '\n');
  });
}

/** Checks whether a line can be Markdown: it has words, and is no tag. */
function isWords(line: string): boolean {
  return line.trim() !== '' && !/^\s*<\/?[a-z!]/i.test(line);
}

const HEADING = /^[ \t]*<h([1-6])>([^\n]*)<\/h\1>[ \t]*$/i;
const TAG = /^[ \t]*<\/?(?:div|section|center|article|aside|main|details|summary)\b[^<>]*>[ \t]*$/i;
