import path from 'node:path';
import type { SlideFile } from '../../../talk/model/slide-file.ts';
import type { SlideDefinition } from '../../../talk/where.ts';
import { readCacheFile, writeCacheFile } from '../../cache-file.ts';
import { locateCache } from '../../typescript.ts';
import { listDefinitions } from '../index-summary.ts';

/** What slide files define, and how their state is named. */
export interface DefinitionSources {
  slideFile(path: string): SlideFile | undefined;
  stampOf(file: string): string | null;
}

type Place = [id: string, line: number, column: number, length: number];
type Kept = Record<string, { stamp: string; places: Place[] }>;

interface KeptFile {
  state: string;
  files: Kept;
}

/**
 * Returns a function that lists the slides that files define, and keeps the list from run to run by the state of each file. A null
 * `state` keeps nothing; files with problems are parsed each time, because their slides depend on more than their text.
 */
export function openDefinitions(
  root: string,
  state: string | null,
  { slideFile, stampOf }: DefinitionSources,
): (files: readonly string[]) => SlideDefinition[] {
  const at = path.join(locateCache(root), 'slides/definitions.json');
  let kept: Kept | null = null;
  return (files) => {
    kept ??= state === null ? {} : readKept(at, state);
    const next: Kept = {};
    let isChanged = false;
    const all = files.flatMap((file) => {
      const stamp = stampOf(file);
      const known = kept?.[file];
      if (known && known.stamp === stamp) {
        next[file] = known;
        return toDefinitions(file, known.places);
      }
      const parsed = slideFile(file);
      const definitions = listDefinitions(parsed);
      if (stamp !== null && parsed?.problems.length === 0) {
        next[file] = { stamp, places: definitions.map(toPlace) };
        isChanged = true;
      }
      return definitions;
    });
    kept = next;
    const text = JSON.stringify({ state, files: next });
    if (isChanged && state !== null) setImmediate(() => writeCacheFile(at, text));
    return all;
  };
}

function readKept(at: string, state: string): Kept {
  try {
    const { state: of, files } = JSON.parse(readCacheFile(at) ?? '') as KeptFile;
    return of === state ? files : {};
  } catch {
    return {};
  }
}

function toPlace({ id, place: { line, column, length } }: SlideDefinition): Place {
  return [id, line, column, length];
}

function toDefinitions(file: string, places: readonly Place[]): SlideDefinition[] {
  return places.map(([id, line, column, length]) => ({
    id,
    place: { file, line, column, length },
  }));
}
