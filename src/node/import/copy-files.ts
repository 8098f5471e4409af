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
    if (from.startsWith('data:')) {
      contents.set(to, unpack(from));
      continue;
    }
    const found = findFile(from, span.file);
    const bytes = fetched.get(from) ?? (found === undefined ? undefined : readFileSync(found));
    if (bytes) contents.set(to, bytes);
  }
  return contents;
}

/** Decodes a picture that is written out in its address. */
function unpack(address: string): Uint8Array {
  const comma = address.indexOf(',');
  const isBase64 = /;base64$/i.test(address.slice(0, comma));
  const data = address.slice(comma + 1);
  return Buffer.from(isBase64 ? data : decodeURIComponent(data), isBase64 ? 'base64' : 'utf8');
}
