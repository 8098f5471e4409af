import { isPicture } from '../../text/path.ts';
import { isWeb } from '../file-moves.ts';
import { renameInCss } from './own-classes.ts';
import type { DeckSlide } from '../deck.ts';
import { scanLines } from '../scan-lines.ts';
import { addSpareFonts } from './sheets/spare-fonts.ts';

/** Layouts whose title is a first heading; on other slides it is a second one. */
const OPENING = new Set<unknown>(['cover', 'section', 'statement', 'end']);

/** Returns by how many levels the headings of a slide are lower in a talk than in the deck. */
export function shiftOf({ tokens, keys }: DeckSlide): number {
  const title = tokens.find((token) => token.type === 'heading');
  const level = OPENING.has(keys.layout) ? 1 : 2;
  return title?.type === 'heading' ? level - title.depth : 0;
}

/** Returns the shift that most slides with a heading have. */
export function commonShift(slides: readonly DeckSlide[]): number {
  const counts = new Map<number, number>();
  for (const slide of slides) {
    if (OPENING.has(slide.keys.layout)) continue;
    const shift = shiftOf(slide);
    if (shift >= 0 && slide.tokens.some(({ type }) => type === 'heading'))
      counts.set(shift, (counts.get(shift) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? 0;
}

/**
 * Writes rules of a deck for the slides of a talk. Those for headings count from the level of the title. What is fixed
 * in the window of a program is fixed on its own slide. Behind the fonts of a deck come those of the talk. The ground of
 * a slide is not a picture for rules, as in these programs. Parts of slides are within other elements here.
 */
export function settleRules(
  css: string,
  shift: number,
  { isOfDeck = false, hasGround = false } = {},
): string {
  const placed = css.replaceAll(/\bposition\s*:\s*fixed\b/g, 'position: absolute');
  const spared = hasGround ? placed.replaceAll(IMG, `img:where(:not(.slide-ground))`) : placed;
  const settled = addSpareFonts(spared).replaceAll(CHILD, '$1 ');
  if (shift === 0) return settled;
  return settled.replaceAll(HEADING, (_, depth: string) => {
    const own = `h${Math.min(6, Math.max(1, Number(depth) + shift))}`;
    // The title of a cover is a first heading.
    return isOfDeck && depth === '1' && own !== 'h1' ? `:is(h1, ${own})` : own;
  });
}

/** Checks whether the ground of a slide is a picture. */
export function hasPictureGround({ keys: { background } }: DeckSlide): boolean {
  return typeof background === 'string' && (isPicture(background) || isWeb(background));
}

/** Settles the rules of the style elements in the text of a slide, outside code. */
export function settleStyles(text: string, slide: DeckSlide): string {
  if (!/<style\b/i.test(text)) return text;
  const inside = scanLines(text).filter((line) => line.isInside);
  return text.replaceAll(STYLE, (whole, before: string, css: string, at: number) =>
    inside.some(({ start, end }) => at >= start && at < end)
      ? whole
      : `${before}${settleRules(renameInCss(css), shiftOf(slide), { hasGround: hasPictureGround(slide) })}</style>`,
  );
}

const STYLE = /(<style\b[^>]*>)([^]*?)<\/style>/gi;
/** A slide in a selector, with the mark for its own parts: here other elements are around these. */
const CHILD = /(?<![\w.#-])((?:section|:root)(?:[.:#[][^\s>,{}]*)?)\s*>\s*(?=[^{};]*\{)/g;
/** Pictures in a selector. */
const IMG = /(?<![\w.#:-])img(?![\w-])(?=[^{};]*\{)/gi;
/** A heading in a selector. */
const HEADING = /(?<![\w.#:-])h([1-6])(?![\w-])(?=[^{};]*\{)/g;
