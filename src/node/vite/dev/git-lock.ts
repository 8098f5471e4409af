import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** An older lock was left by a process that was killed. */
const MAX_LOCK_AGE_MS = 10_000;
const LINK = /^gitdir: (.+)$/m;

/** Returns a function that reports whether Git is writing files of the project, for example in a checkout. */
export function watchGitLock(root: string): () => boolean {
  const folder = findGitFolder(root);
  if (folder === null) return () => false;
  const lock = path.join(folder, 'index.lock');
  return () => {
    const found = statSync(lock, { throwIfNoEntry: false });
    return found !== undefined && Math.abs(Date.now() - found.mtimeMs) < MAX_LOCK_AGE_MS;
  };
}

/** Finds the folder of Git's own files; in a linked work tree a file names it. */
function findGitFolder(folder: string): string | null {
  const found = path.join(folder, '.git');
  if (existsSync(found)) return statSync(found).isDirectory() ? found : readLink(found);
  const parent = path.dirname(folder);
  return parent === folder ? null : findGitFolder(parent);
}

function readLink(file: string): string | null {
  const [, target] = LINK.exec(readFileSync(file, 'utf8')) ?? [];
  return target === undefined ? null : path.resolve(path.dirname(file), target);
}
