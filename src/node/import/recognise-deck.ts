import { READERS } from '../../talk/import/import.ts';
import { recogniseDialect, type Recognised } from '../../talk/import/recognise.ts';
import type { ImportedDeck } from '../../talk/model/import/imported-deck.ts';
import { UsageError } from '../errors.ts';
import type { DeckFiles } from './deck-files.ts';

/** Recognises the program of a deck by its text and by what lies beside it; a page of any other tool is refused. */
export function recogniseDeck({ source, readFile }: DeckFiles): Recognised {
  if (PRESENTERM.test(source.text)) {
    throw new UsageError(
      `"${source.path}" is a deck of presenterm, which is not read.`,
      'Write "---" in the place of "<!-- end_slide -->"; then it is Markdown.',
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

/** The line by which presenterm ends a slide. */
const PRESENTERM = /^<!--\s*end_slide\s*-->\s*$/m;
