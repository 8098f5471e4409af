import { importText } from '../../support/import.ts';
import { makeDeck, type ForeignDeck } from '../decks.ts';
import { faultOf, plainTarget } from '../target.ts';

/** A heading that is underlined is read with its level before it. */
const UNDERLINED = 4;
const WORD = /zq\d+q/g;

/** Decks of other programs that are imported: no word is lost unless the report says so. */
export const IMPORTS = plainTarget<ForeignDeck>({
  name: 'imports',
  of: 'decks',
  make: makeDeck,
  judge(deck) {
    try {
      return judge(deck);
    } catch (error) {
      return faultOf(error);
    }
  },
});

function judge({ dialect, text }: ForeignDeck): string | null {
  const deck = importText(dialect, text);
  const lines = text.split(/\r\n?|\n/);
  const odd = deck.notes.find(({ span: { line, column } }) => {
    const found = lines[line - 1];
    return found === undefined || column < 1 || column > found.length + UNDERLINED;
  });
  if (odd)
    return `a note has no place: ${dialect}: "${odd.what}" at ${odd.span.line}:${odd.span.column}`;
  const notes = deck.notes.filter(({ outcome }) => outcome !== 'translated');
  const kept = [
    deck.text,
    deck.css,
    ...deck.notes.flatMap(({ what, became }) => [what, became]),
  ].join('\n');
  for (const [at, line] of lines.entries())
    for (const [word] of line.matchAll(WORD)) {
      // Front matter that cannot be read is reported at its first line.
      const head = lines.slice(0, at).findLastIndex((each) => /^---+\s*$/.test(each)) + 2;
      const isSaid = notes.some(({ span }) => span.line === at + 1 || span.line === head);
      if (kept.includes(word) || isSaid) continue;
      return `a word is lost in ${dialect}: ${line.replaceAll(WORD, 'W')}`;
    }
  if (/\[object |\bundefined\b|\bNaN\b/.test(kept)) return `nonsense is written in ${dialect}`;
  return null;
}
