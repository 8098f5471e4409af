import type { DialectReader } from '../dialect.ts';
import { DeckSlide, type Deck } from '../deck.ts';
import { cutText, splitHead } from '../cut-slides.ts';
import { readForeignMatter } from '../matter.ts';
import { COMMON_KEYS, takeKeys } from '../talk-keys.ts';

/** Reads plain Markdown: slides are cut at rules, or at headings where there are none. */
export const markdown: DialectReader = {
  name: 'markdown',
  program: 'Markdown',
  signs: {},
  read({ path, text }) {
    const { head, headLine, body, bodyLine } = splitHead(text);
    const deck: Deck = { keys: {}, slides: [], css: [], notes: [] };
    const { keys } = readForeignMatter(head, { file: path, line: headLine });
    takeKeys(keys, COMMON_KEYS, { deck, program: 'other programs' });
    const isRule = (line: string): boolean => /^ {0,3}-{3,}[ \t]*$/.test(line);
    let parts = cutText(body, bodyLine, (line) => isRule(line.text));
    if (parts.length === 1) parts = cutAtHeadings(body, bodyLine);
    deck.slides = parts
      .filter(({ text: part }) => part.trim() !== '')
      .map(({ line, text: part }) => new DeckSlide({ file: path, line, text: part }));
    return deck;
  },
};

/** Cuts before each heading of the first two levels; the heading stays in its slide. */
export function cutAtHeadings(
  text: string,
  firstLine: number,
  level = 2,
): ReturnType<typeof cutText> {
  const isHeading = new RegExp(`^#{1,${level}}[ \\t]`);
  const starts: number[] = [];
  const parts = cutText(text, firstLine, ({ text: line, start }) => {
    if (isHeading.test(line)) starts.push(start);
    return false;
  });
  const [whole] = parts;
  if (!whole || starts.length === 0) return parts;
  const bounds = [...new Set([0, ...starts, text.length])];
  return bounds.slice(0, -1).map((start, index) => ({
    line: firstLine + text.slice(0, start).split('\n').length - 1,
    text: text.slice(start, bounds[index + 1]),
    cut: null,
  }));
}
