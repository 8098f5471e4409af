import type { Token } from '../../../../model/token.ts';
import type { DeckSlide } from '../../../deck.ts';

/** Writes signs of a text as Pandoc reads them: dashes, blanks that do not break, and formulas right behind a letter. */
export function takeSigns(token: Token, slide: DeckSlide): void {
  takeDashes(token, slide);
  partFormulas(token, slide);
}

/** Writes two and three hyphens as dashes, and a blank behind a backslash as one that does not break, as Pandoc does. */
function takeDashes(token: Token, slide: DeckSlide): void {
  const { start, end } = slide.stretch(token);
  // The stretch of a token ends before the blank at its end.
  const written = slide.edits.text.slice(start, token.raw.endsWith(' ') ? end + 1 : end);
  for (const found of written.matchAll(/(?<![-<!\\])(?:---|--)(?![->])|\\ /g)) {
    const at = start + found.index;
    const sign = { '--': '\u2013', '---': '\u2014' }[found[0]] ?? '\u00A0';
    slide.replace({ start: at, end: at + found[0].length }, sign);
  }
}

/** Parts a formula from the letter before it by a sign without width, since a talk has none right behind a letter. */
function partFormulas(token: Token, slide: DeckSlide): void {
  const { start, end } = slide.stretch(token);
  const written = slide.edits.text.slice(start, end);
  if (written.includes('$'))
    for (const { index } of written.matchAll(BEHIND_LETTER))
      slide.edits.insert(start + index, '&#8288;');
}

const BEHIND_LETTER = /(?<=[\p{L}\p{N}])(?=\$(?![\s$])[^$\n]*[^\s\\$]\$(?![\p{N}$]))/gu;
