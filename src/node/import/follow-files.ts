import type { DeckFiles } from './deck-files.ts';
import { statOf } from './deck-places.ts';

/** Files of a deck whose changes are known: its own, the files that it reads and shows, and missing ones that it names. */
export interface FollowedFiles {
  files: DeckFiles;
  /** Reports whether a file has changed since it was looked up. */
  hasChanged(): boolean;
}

/** Follows the files of the deck at `source`. */
export function followFiles(files: DeckFiles, source: string): FollowedFiles {
  const asked = new Map<string, { state: () => string; before: string }>();
  const ask = (key: string, state: () => string): void => {
    if (!asked.has(key)) asked.set(key, { state, before: state() });
  };
  ask(source, () => stampOf(source));
  const follow = (address: string, from: string): void =>
    ask(`${from}\n${address}`, () => stampOf(files.findFile(address, from)));
  return {
    files: {
      ...files,
      readFile(address, from) {
        follow(address, from);
        return files.readFile(address, from);
      },
      findFile(address, from) {
        follow(address, from);
        return files.findFile(address, from);
      },
      whyNotCopied(address, from) {
        follow(address, from);
        return files.whyNotCopied(address, from);
      },
    },
    hasChanged: () => [...asked.values()].some(({ state, before }) => state() !== before),
  };
}

/** Names the state of a file, which changes with its place, its date and its size. */
function stampOf(file: string | undefined): string {
  const stats = file === undefined ? undefined : statOf(file);
  return stats ? `${file} ${stats.mtimeMs} ${stats.size}` : 'none';
}
