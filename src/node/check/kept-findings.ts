import { readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Finding } from '../../talk/problems/finding.ts';
import type { Talk } from '../../talk/model/talk.ts';
import { readCacheFile, sweepCache, writeCacheFile, type CacheBounds } from '../cache-file.ts';
import { hash } from '../hash.ts';
import { answerTalkPage, toDeckUrl, type PageFilesOptions } from '../print/page-files.ts';
import { stampPackages } from '../project/cache/talk-cache.ts';
import { stampFile } from '../project/read-folder.ts';
import { findEngineStamp, locateCache } from '../typescript.ts';

/** What was measured of talks, from run to run. */
export interface KeptFindings {
  /** Returns what was found when everything was as it is now; undefined where it was not measured. */
  find(talk: Talk, files: PageFilesOptions): Finding[] | undefined;
  keep(talk: Talk, files: PageFilesOptions, findings: readonly Finding[]): void;
}

/** What decides how pages look beside their own files. */
export interface Surroundings {
  /** Name and version of the browser. */
  browser: string;
  /** The day it is. */
  day: string;
  /** Names the engine; null for one that may change while it runs. Defaults to the running one. */
  engine?: string | null;
}

const BOUNDS: CacheBounds = { maxBytes: 16 << 20, maxAge: 30 * 86_400_000 };
/** Faults that another run may not have: a machine was slow, a script has failed. */
const PASSING = new Set(['block-not-drawn', 'page-fault']);
const FONTS = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  '/Library/Fonts',
  '/System/Library/Fonts',
  'C:\\Windows\\Fonts',
  ...['.fonts', '.local/share/fonts', 'Library/Fonts', 'AppData/Local/Microsoft/Windows/Fonts'].map(
    (folder) => path.join(homedir(), folder),
  ),
];

/** Opens what earlier runs measured in a project; a talk with the project's own blocks is measured each time, because their code may read anything. */
export function openKeptFindings(root: string, surroundings: Surroundings): KeptFindings {
  const { browser, day, engine = findEngineStamp() } = surroundings;
  if (engine === null) return { find: () => undefined, keep: () => {} };
  const folder = path.join(locateCache(root), 'findings');
  const around = [engine, browser, day, stampPackages(root), ...FONTS.flatMap(stampFolders)];
  const states = new WeakMap<Talk, string>();
  const nameState = (talk: Talk, files: PageFilesOptions): string => {
    const known = states.get(talk);
    if (known !== undefined) return known;
    const state = hash([...around, files.runtime.folder, describePage(talk, files)].join('\n'), 32);
    states.set(talk, state);
    return state;
  };
  const fileOf = (talk: Talk, files: PageFilesOptions): string =>
    path.join(folder, `${nameState(talk, files)}.json`);
  return {
    find(talk, files) {
      if (talk.blockFiles) return undefined;
      const text = readCacheFile(fileOf(talk, files));
      return text === null ? undefined : parse(text);
    },
    keep(talk, files, findings) {
      if (talk.blockFiles || findings.some(({ fault }) => PASSING.has(fault.code))) return;
      writeCacheFile(fileOf(talk, files), JSON.stringify(findings));
      sweepCache(folder, BOUNDS);
    },
  };
}

/** Writes everything that a page shows: its text, its notes, and the state of the files that it may load. */
function describePage(talk: Talk, files: PageFilesOptions): string {
  const page = answerTalkPage(talk, files)(new URL(toDeckUrl(talk)))?.body ?? '';
  const notes = talk.slides.map(({ notes: text }) => text);
  const paths = [...(files.reads ?? []), ...talk.assets.map((asset) => asset.path)];
  const stamps = [...new Set(paths)].sort().map((file) => [file, stampFile(files.root, file)]);
  return JSON.stringify([String(page), notes, stamps]);
}

function parse(text: string): Finding[] | undefined {
  try {
    return JSON.parse(text) as Finding[];
  } catch {
    return undefined;
  }
}

/** Lists the folders below one with the dates at which files came or went; folders that cannot be read are left out. */
function stampFolders(folder: string): string[] {
  try {
    const { mtimeMs } = statSync(folder);
    const inner = readdirSync(folder, { withFileTypes: true });
    const folders = inner.filter((entry) => entry.isDirectory());
    return [
      `${folder} ${mtimeMs}`,
      ...folders.flatMap(({ name }) => stampFolders(path.join(folder, name))),
    ];
  } catch {
    // Not every machine has each of them, and some are of another user.
    return [];
  }
}
