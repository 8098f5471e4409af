import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { hash } from './hash.ts';
import { writeWhole } from './write-whole.ts';

/** Reads a file of a cache; null when there is none. */
export function readCacheFile(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/**
 * Writes a cache file whole, so that no reader sees half of it. Removes the oldest files of its
 * folder beyond the limit; defaults to none. Does nothing in a folder that cannot be written.
 */
export function writeCacheFile(file: string, content: string | Uint8Array, most = Infinity): void {
  const folder = path.dirname(file);
  try {
    mkdirSync(folder, { recursive: true });
    writeWhole(file, content);
    if (most < Infinity) sweep(folder, most);
  } catch {
    // A disk that is full or not ours to write to costs time at the next start, nothing else.
  }
}

function sweep(folder: string, most: number): void {
  const files = readdirSync(folder).map((name) => path.join(folder, name));
  if (files.length <= most) return;
  const dated = files.map((file) => ({ file, date: statSync(file).mtimeMs }));
  dated.sort((one, other) => other.date - one.date);
  for (const { file } of dated.slice(most)) rmSync(file, { force: true });
}

/** What a folder of a cache may hold. */
export interface CacheBounds {
  maxBytes: number;
  /** Milliseconds between a file and the newest one. */
  maxAge: number;
}

/** Removes the files of a cache's folder that are too old, and the oldest ones where all take too many bytes. */
export function sweepCache(folder: string, { maxBytes, maxAge }: CacheBounds): void {
  const files = listNames(folder).flatMap((name) => {
    const file = path.join(folder, name);
    const stats = statSync(file, { throwIfNoEntry: false });
    return stats?.isFile() ? [{ file, date: stats.mtimeMs, size: stats.size }] : [];
  });
  const dated = files.toSorted((one, other) => other.date - one.date);
  // A folder of another machine has a clock of its own.
  const now = dated[0]?.date ?? 0;
  let bytes = 0;
  for (const { file, date, size } of dated) {
    bytes += size;
    if (bytes > maxBytes || now - date > maxAge) removeQuietly(file);
  }
}

const TEMPORARY = /^rostrum-[a-z]+-([\da-f]{6})-(\d+)-\w{6}$/;

/** Creates a temporary folder, and removes those of killed processes of this machine. */
export function makeTemporary(kind: string): string {
  const folder = tmpdir();
  const machine = hash(hostname(), 6);
  for (const name of listNames(folder)) {
    const [, of, pid] = TEMPORARY.exec(name) ?? [];
    if (of !== machine || isRunning(Number(pid))) continue;
    removeQuietly(path.join(folder, name));
  }
  return mkdtempSync(path.join(folder, `rostrum-${kind}-${machine}-${process.pid}-`));
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Returns whether a process of this machine is running. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // One that belongs to another user runs as well.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // It is not ours to remove.
  }
}
