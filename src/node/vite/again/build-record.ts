import path from 'node:path';
import { readCacheFile, writeCacheFile } from '../../cache-file.ts';
import { hash } from '../../hash.ts';
import { locateCache } from '../../typescript.ts';
import type { BuiltSite } from '../build/built-site.ts';
import type { SiteTalk } from '../build/site-talk.ts';
import type { Outputs } from './outputs.ts';

/** What a build has left for the next one: a plain value in the cache. */
export interface BuildRecord extends Omit<BuiltSite, 'talks'> {
  /** Names everything that all pages depend on. */
  state: string;
  /** The stylesheets that talks name, in their order. */
  sheets: string[];
  /** What slides need in addition to the deck, sorted. */
  elements: string[];
  /** Names which files slides show, and in which sizes. */
  assets: string;
  /** The states of files that pages are made of, by their absolute paths. */
  inputs: Record<string, string | null>;
  /** What talks read, with its state. */
  reads: [name: string, stamp: string | null][];
  /** The talks without problems, with what each read, as places in `reads`. */
  talks: Record<string, RecordedTalk>;
  outputs: Outputs;
}

/** A talk of a build. */
export interface RecordedTalk {
  reads: number[];
  of: SiteTalk;
}

/** Builds into more folders are not kept. */
const MAX_RECORDS = 4;

/** Reads what the last build into a folder has left; null for nothing. */
export function readRecord(root: string, folder: string): BuildRecord | null {
  try {
    return JSON.parse(readCacheFile(locateRecord(root, folder)) ?? 'null') as BuildRecord | null;
  } catch {
    return null;
  }
}

/** Keeps what a build has left. */
export function writeRecord(root: string, folder: string, record: BuildRecord): void {
  writeCacheFile(locateRecord(root, folder), JSON.stringify(record), MAX_RECORDS);
}

function locateRecord(root: string, folder: string): string {
  return path.join(locateCache(root), 'builds', `${hash(folder)}.json`);
}
