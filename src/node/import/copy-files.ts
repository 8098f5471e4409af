import { readFileSync } from 'node:fs';
import type { ImportedDeck } from '../../talk/model/import/imported-deck.ts';
import type { DeckFiles } from './deck-files.ts';

/** Reads the files that a deck shows, by their paths in the project; `fetched` holds those of the web by address. */
export function readFiles(
  { files }: ImportedDeck,
  { findFile }: DeckFiles,
  fetched: ReadonlyMap<string, Uint8Array>,
): Map<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  for (const { from, to, span } of files) {
    const found = findFile(from, span.file);
    const bytes = fetched.get(from) ?? (found === undefined ? undefined : readFileSync(found));
    if (bytes) contents.set(to, bytes);
  }
  return contents;
}
