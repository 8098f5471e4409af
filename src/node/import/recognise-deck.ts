import { READERS } from '../../talk/import/import.ts';
import { recogniseDialect, type Recognised } from '../../talk/import/recognise.ts';
import type { ImportedDeck } from '../../talk/model/import/imported-deck.ts';
import { UsageError } from '../errors.ts';
import type { DeckFiles } from './deck-files.ts';

/** Recognises the program of a deck by its text and by what lies beside it; a page of any other tool is refused. */
export function recogniseDeck({ source, readFile }: DeckFiles): Recognised {
  for (const [pattern, program, mark] of UNREAD) {
    if (!pattern.test(source.text)) continue;
    throw new UsageError(
      `"${source.path}" is a deck of ${program}, which is not read.`,
      `Write "---" in the place of "${mark}"; then it is Markdown.`,
    );
  }
  const recognised = recogniseDialect(source, Object.values(READERS), readFile);
  const isPage = /^\s*(?:<!--[^]*?-->\s*)*<(?:!doctype html|html)\b/i.test(source.text);
  if (recognised.dialect === 'markdown' && isPage) {
    throw new UsageError(
      `"${source.path}" is a page that has no slides of reveal.js or remark in it.`,
      'Take the source from which its program makes the page.',
    );
  }
  return recognised;
}

/** Refuses a deck in which its reader finds no slide. */
export function refuseEmpty({ dialect, slides }: ImportedDeck, { source }: DeckFiles): void {
  if (slides.total > 0) return;
  throw new UsageError(
    `"${source.path}" is read as ${READERS[dialect].program}, and has no slides.`,
    'Name the program for which it was written with --from, or the source of a page.',
  );
}

/** The lines by which programs cut slides whose decks are not read, and their names. */
const UNREAD: readonly (readonly [RegExp, program: string, mark: string])[] = [
  [/^<!--\s*end_slide\s*-->\s*$/m, 'presenterm', '<!-- end_slide -->'],
  [/^!SLIDE\b/m, 'ShowOff', '!SLIDE'],
];
