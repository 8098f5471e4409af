import type { Token } from '../../../model/token.ts';
import type { DeckSlide } from '../../deck.ts';

/** Writes formulas right behind a letter or a digit in backquotes, by which a talk knows them from amounts of money. */
export function takeTightFormulas(token: Token, { edits }: DeckSlide, start: number): void {
  const { raw } = token;
  if (!edits.text.startsWith(raw, start)) return;
  for (const { index, 0: written } of raw.matchAll(FORMULA)) {
    const isTight = /[\p{L}\p{N}]$/u.test(raw.slice(0, index));
    if (!isTight || !SIGNS.test(written)) continue;
    const at = start + index;
    edits.replace({ start: at, end: at + written.length }, `\`${written}\``);
  }
}

/** A formula within a line, as Pandoc and the programs of slides read it. */
const FORMULA = /(?<![\\$])\$(?![\s$])(?:[^$`\n\\]|\\.)*(?<!\s)\$(?![\d$])/g;
/** What words between two amounts do not have. */
const SIGNS = /[\\^_{}]|^\$\p{L}\$$/u;
