import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';

/** Reads a file of a cache; null when there is none. */
export function readCacheFile(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/**
 * Writes a cache file under a temporary name and renames it, so that no reader sees half a file. Removes the oldest files of its
 * folder beyond the limit. Does nothing in a folder that cannot be written.
 */
export function writeCacheFile(file: string, text: string, most: number): void {
  const folder = path.dirname(file);
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, file);
    sweep(folder, most);
  } catch {
    // A disk that is full or not ours to write to costs time at the next start, nothing else.
    removeQuietly(draft);
  }
}

function sweep(folder: string, most: number): void {
  const files = readdirSync(folder).map((name) => path.join(folder, name));
  if (files.length <= most) return;
  const dated = files.map((file) => ({ file, date: statSync(file).mtimeMs }));
  dated.sort((one, other) => other.date - one.date);
  for (const { file } of dated.slice(most)) rmSync(file, { force: true });
}

const TEMPORARY = /^rostrum-[a-z]+-([\da-f]{6})-(\d+)-\w{6}$/;

/** Creates a temporary folder, and removes those of killed processes of this machine. */
export function makeTemporary(kind: string): string {
  const folder = tmpdir();
  const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 6);
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
