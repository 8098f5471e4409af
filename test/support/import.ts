import { BLOCKS } from '../../src/talk/blocks/blocks.ts';
import { NO_FILE } from '../../src/talk/import/file-moves.ts';
import { importDeck } from '../../src/talk/import/import.ts';
import type { Dialect, ImportedDeck } from '../../src/talk/model/import/imported-deck.ts';

/** Imports a deck, with other files of it by their addresses. */
export function importText(
  dialect: Dialect,
  text: string,
  files: Readonly<Record<string, string>> = {},
): ImportedDeck {
  return importDeck(
    { path: 'deck.md', text },
    {
      dialect,
      name: 'harbours',
      fetched: new Set(),
      // Pictures of cells are among the files of a deck, or not there.
      whyNotCopied: (address) =>
        address.includes('/figure-') && !(address in files) ? NO_FILE : null,
      hasRemarks: false,
      blockNames: BLOCKS.map(({ name }) => name),
      readFile: (path) => (files[path] === undefined ? undefined : { path, text: files[path] }),
    },
  );
}

/** The slides of an imported deck as written, without the front matter of the talk. */
export function slidesOf(deck: ImportedDeck): string {
  return deck.text.slice(deck.text.indexOf('\n---\n', 4) + 6);
}

/** What an import reports, a line each: place, outcome, construct, and what became of it. */
export function reportOf({ notes }: ImportedDeck): string[] {
  return notes.map(
    ({ span, outcome, what, became }) =>
      `${span.line}:${span.column} ${outcome}: ${what} -> ${became}`,
  );
}
