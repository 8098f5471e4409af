import { statSync, type Stats } from 'node:fs';
import path from 'node:path';

type Find = (address: string, from: string) => string | undefined;

/** Finds the files of a deck by the addresses that it writes. */
export interface Finder {
  /** Finds a file beside the one that names it, beside the deck, or in its folder of public files. */
  findNear: Find;
  /** Finds one there, or in the folders of its project from which a program may be started. */
  findFile: Find;
}

/** Creates the finder for the deck in a folder; paths of files that name others are relative to `root`. */
export function createFinder(root: string, folder: string): Finder {
  const above = listAbove(folder);
  const findNear: Find = (address, from) => {
    const base = path.dirname(path.resolve(root, from));
    const inside = address.replace(/^\/+/, '');
    const places = address.startsWith('/')
      ? [path.join(folder, 'public', inside), path.join(folder, inside)]
      : [
          path.join(base, address),
          path.join(folder, address),
          path.join(folder, 'public', address),
        ];
    return places.find(isFile);
  };
  return {
    findNear,
    findFile: (address, from) =>
      findNear(address, from) ??
      above
        .flatMap((place) => [path.join(place, address), path.join(place, 'public', address)])
        .find(isFile),
  };
}

/** Returns what is at a place; undefined for nothing. */
export function statOf(place: string): Stats | undefined {
  try {
    return statSync(place);
  } catch {
    return undefined;
  }
}

/** What the folder of a project holds. */
const PROJECT = ['.git', 'package.json', 'reveal-md.json', '_quarto.yml'];

/** Lists the folders above that of a deck, up to the one of its project; none where it is in no project. */
function listAbove(folder: string): string[] {
  const above: string[] = [];
  for (let at = folder; ; at = path.dirname(at)) {
    if (at !== folder) above.push(at);
    if (PROJECT.some((name) => statOf(path.join(at, name)))) return above;
    if (at === path.dirname(at)) return [];
  }
}

function isFile(place: string): boolean {
  return statOf(place)?.isFile() ?? false;
}
