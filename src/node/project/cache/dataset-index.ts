import path from 'node:path';
import type { Dataset } from '../../../talk/model/dataset.ts';
import { readCacheFile, writeCacheFile } from '../../cache-file.ts';
import { locateCache } from '../../typescript.ts';
import { toZone } from '../../../talk/data/zone.ts';
import type { RecipeBook } from '../project-recipes.ts';
import type { Listing } from '../read-folder.ts';
import { readFacts, type DatasetFacts } from './dataset-facts.ts';

/** What the facts of datasets follow from, as it is now. */
export interface DatasetFiles {
  readonly listing: Listing;
  readonly book: RecipeBook;
  readonly library: { dataset(name: string): Dataset | undefined };
  /** The time zone by whose clock dates are said. */
  readonly timezone: string;
}

/** Returns the facts of a dataset by its name; undefined for one that cannot be read. */
export type FindFacts = (name: string) => DatasetFacts | undefined;

type Kept = Record<string, { stamp: string; facts: DatasetFacts }>;

interface KeptFile {
  state: string;
  files: Kept;
}

/**
 * Opens the index of a project's datasets, so that rows are read again only when their file or the recipes changed. It is
 * kept from run to run in the cache, unless `state` is null; files that cannot be read are not in it.
 */
export function openDatasetIndex(
  root: string,
  state: string | null,
  files: DatasetFiles,
  stampOf: (file: string) => string | null,
): FindFacts {
  const at = path.join(locateCache(root), 'data/index.json');
  let kept: Kept | null = null;
  let isWaiting = false;
  const write = (): void => {
    isWaiting = false;
    writeCacheFile(at, JSON.stringify({ state, files: kept }));
  };
  return (name) => {
    const file = files.listing.datasets.get(name);
    if (file === undefined) return undefined;
    kept ??= state === null ? {} : readKept(at, state);
    const { timezone } = files;
    const { code, recipes } = files.book;
    const id = recipes.get(name)?.refresh?.id;
    const date = stampOf(file);
    const stamp = date === null || code === null ? null : [date, code, id, timezone].join(' ');
    const known = Object.hasOwn(kept, file) ? kept[file] : undefined;
    if (known && known.stamp === stamp) return known.facts;
    const dataset = files.library.dataset(name);
    const facts = dataset && readFacts(toZone(dataset, timezone), id);
    // A file that was saved meanwhile has other rows.
    if (!facts || stamp === null || state === null || stampOf(file) !== date) return facts;
    kept[file] = { stamp, facts };
    if (!isWaiting) setImmediate(write);
    isWaiting = true;
    return facts;
  };
}

function readKept(at: string, state: string): Kept {
  try {
    const file = JSON.parse(readCacheFile(at) ?? '{}') as Partial<KeptFile>;
    return file.state === state ? (file.files ?? {}) : {};
  } catch {
    return {};
  }
}
