import { readdirSync } from 'node:fs';
import path from 'node:path';
import { hashFile } from '../../hash.ts';
import { findStats, hasCode } from '../../system-error.ts';

/** The state of a file that a build wrote. */
export interface OutputState {
  stamp: string;
  /** The hash of its content, where the file was written so late that its date alone would not show a change. */
  hash?: string;
}

/** The files of a build by their paths in its folder. */
export type Outputs = Record<string, OutputState>;

/** The steps in which clocks of file systems go, in nanoseconds: of most of them, and of those that count seconds. */
const STEPS = { usual: 50_000_000n, whole: 2_000_000_000n };
const SECOND = 1_000_000_000n;

/** Notes the state of all files of a folder, but those of a repository. */
export function noteOutputs(folder: string): Outputs {
  return noteFiles(folder, listOutputs(folder));
}

/** Notes the state of some files of a folder; `others` are the states of the rest, as they were found just before. */
export function noteFiles(folder: string, names: readonly string[], others: Outputs = {}): Outputs {
  const found = names.map((name) => [name, readStamp(path.join(folder, name))] as const);
  const times = found.map(([, stamp]) => timeOf(stamp));
  const latest = times.reduce((most, time) => (time > most ? time : most), 0n);
  const isCoarse = times.every((time) => time % SECOND === 0n);
  const isLate = (stamp: string): boolean =>
    latest - timeOf(stamp) < (isCoarse ? STEPS.whole : STEPS.usual);
  const settled = Object.entries(others).map(([name, state]) => {
    return [name, isLate(state.stamp) ? state : { stamp: state.stamp }] as const;
  });
  const noted = found.map(([name, stamp]) => {
    const hash = isLate(stamp) && hashFile(path.join(folder, name));
    return [name, { stamp, ...(hash && { hash }) }] as const;
  });
  return Object.fromEntries([...settled, ...noted]);
}

/** Returns whether a folder holds these files as they were, and no others. */
export function isUntouched(folder: string, outputs: Outputs): boolean {
  const names = listOutputs(folder);
  return names.length === Object.keys(outputs).length && names.every((name) => isSame(name));

  function isSame(name: string): boolean {
    const known = Object.hasOwn(outputs, name) ? outputs[name] : undefined;
    const file = path.join(folder, name);
    if (known?.stamp !== readStamp(file)) return false;
    return known.hash === undefined || known.hash === hashFile(file);
  }
}

/** Lists the files of a folder and below, as paths with slashes; empty folders as paths that end with one. */
function listOutputs(folder: string, within = ''): string[] {
  const entries = readEntries(path.join(folder, within));
  if (entries.length === 0 && within !== '') return [within];
  return entries.flatMap((entry) => {
    const name = `${within}${entry.name}`;
    if (name === '.git') return [];
    return entry.isDirectory() ? listOutputs(folder, `${name}/`) : [name];
  });
}

function readEntries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}

/** Names a file by its place on the disk, its size, and when its content and anything about it changed. */
function readStamp(file: string): string {
  const found = findStats(file);
  return found ? [found.ino, found.size, found.mtimeNs, found.ctimeNs].join(':') : '';
}

function timeOf(stamp: string): bigint {
  return BigInt(stamp.slice(stamp.lastIndexOf(':') + 1));
}
