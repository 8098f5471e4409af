import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { outlineTalk, type TalkOutline } from '../../../talk/where.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import { readCacheFile, sweepCache, writeCacheFile, type CacheBounds } from '../../cache-file.ts';
import { hash } from '../../hash.ts';
import { locateCache } from '../../typescript.ts';
import type { Compiled } from '../compiler.ts';
import { stampFile } from '../read-folder.ts';
import type { Stamps } from './stamps.ts';

/** Names the state of everything a talk depends on, by the files it read; null when it is unknown. */
export type NameState = (reads: ReadonlySet<string>) => string | null;

/** The outline of a talk of an earlier run, and what it was compiled from. */
export interface KeptOutline {
  outline: TalkOutline;
  reads: ReadonlySet<string>;
}

/** Compiled talks, kept for the next start. Talks with problems are left out. */
export interface TalkCache {
  /** Returns the cached talk of a name while its inputs are unchanged. */
  read(name: string, nameState: NameState): Compiled | undefined;
  /** Returns its outline while its inputs are unchanged. */
  readOutline(name: string, nameState: NameState): KeptOutline | undefined;
  /**
   * Writes a talk into the cache in idle time: its first state at once, later ones after a pause in the edits. Writes
   * nothing when its files have changed since it was compiled.
   */
  write(name: string, compiled: Compiled, nameState: () => string | null): void;
}

interface Head {
  state: string;
  reads: string[];
}

/** A talk of 61 slides takes 150 kB; those of a month ago are of days or files that are gone. */
const BOUNDS: CacheBounds = { maxBytes: 256 << 20, maxAge: 30 * 86_400_000 };
const MAX_TALK_LENGTH = 32 << 20;
/** Files that are written before the bounds are looked at again. */
const SWEEP_INTERVAL = 64;
/** Who writes at a talk saves it again and again, and only the last state is worth writing down. */
const WRITE_DEBOUNCE_MS = 2000;
/** Where packages say which ones they are; recipes import some. */
const PACKAGES = [
  'package-lock.json',
  'node_modules/.package-lock.json',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
];

/** Names the state of the packages that a project has installed. */
export function stampPackages(
  root: string,
  stampOf: Stamps['of'] = (file) => stampFile(root, file),
): string {
  return PACKAGES.map(stampOf).join(' ');
}

/** Opens the kept talks of a project in its cache; those that another state of the engine compiled are none. */
export function openTalkCache(root: string, engine: string, { of }: Pick<Stamps, 'of'>): TalkCache {
  const folder = path.join(locateCache(root), 'talks');
  const waiting = new Map<string, NodeJS.Timeout | null>();
  let written = 0;
  const fileOf = (name: string): string => path.join(folder, `${hash(name)}.json`);
  const complete = (state: string | null): string | null =>
    state && [engine, stampPackages(root, of), state].join(' ');
  return {
    read(name, nameState) {
      try {
        const text = readCacheFile(fileOf(name)) ?? '';
        const [reads, rest] = parseHead(text, (files) => complete(nameState(files)));
        if (reads === null) return undefined;
        const value = JSON.parse(rest.slice(rest.indexOf('\n'))) as Talk;
        return { checked: { value, problems: [] }, reads };
      } catch {
        return undefined;
      }
    },
    readOutline(name, nameState) {
      try {
        const text = readLines(fileOf(name), 2);
        const [reads, rest] = parseHead(text, (files) => complete(nameState(files)));
        return reads === null ? undefined : { outline: JSON.parse(rest) as TalkOutline, reads };
      } catch {
        return undefined;
      }
    },
    write(name, { checked, reads }, nameState) {
      const write = (): void => {
        waiting.set(name, null);
        const state = complete(nameState());
        // A project that is gone is not made again.
        if (state === null || !existsSync(root)) return;
        const head: Head = { state, reads: [...reads] };
        const parts = [head, outlineTalk(checked.value), checked.value];
        const text = parts.map((part) => JSON.stringify(part)).join('\n');
        if (text.length > MAX_TALK_LENGTH) return;
        writeCacheFile(fileOf(name), text);
        if (written++ % SWEEP_INTERVAL === 0) sweepCache(folder, BOUNDS);
      };
      const last = waiting.get(name);
      if (last) clearTimeout(last);
      waiting.set(name, last === undefined ? null : setTimeout(write, WRITE_DEBOUNCE_MS).unref());
      if (last === undefined) setImmediate(write);
    },
  };
}

/** Parses the first line of a file, which is the state, so that no more is read of an outdated one. Returns what a talk read, and the rest. */
function parseHead(
  text: string,
  nameState: NameState,
): [reads: ReadonlySet<string> | null, rest: string] {
  const end = text.indexOf('\n');
  const { state, reads: files } = JSON.parse(text.slice(0, end)) as Head;
  const reads = new Set(files);
  return [state === nameState(reads) ? reads : null, text.slice(end + 1)];
}

/** What is read of a file at once: the head and the outline of most talks. */
const PART = Buffer.allocUnsafe(32 << 10);
const LINE_END = 0x0a;

/** Reads the first lines of a file. */
function readLines(file: string, count: number): string {
  const handle = openSync(file, 'r');
  const parts: Buffer[] = [];
  try {
    for (let left = count; left > 0;) {
      const part = PART.subarray(0, readSync(handle, PART));
      if (part.length === 0) break;
      let end = -1;
      while (left > 0 && (end = part.indexOf(LINE_END, end + 1)) >= 0) left--;
      parts.push(Buffer.from(left > 0 ? part : part.subarray(0, end)));
    }
  } finally {
    closeSync(handle);
  }
  return Buffer.concat(parts).toString('utf8');
}
