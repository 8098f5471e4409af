import path from 'node:path';
import { runGit } from './run-git.ts';

/** A file that one of two commits has under a path, and the other has not. */
export interface RenamedFile {
  path: string;
  /** The commits, or names of tags. */
  older: string;
  newer: string;
}

/** Files that a renamed one is compared with. */
const MAX_CANDIDATES = 200;
const RENAME = /^R\d+$/;

/** Finds the path that a file of the older commit has in the newer one, among the files that came; null where no file is similar. */
export function findNewPath(folder: string, file: RenamedFile): string | null {
  return findRename(folder, file, 'A')?.[1] ?? null;
}

/** Finds the path that a file of the newer commit had in the older one, among the files that went; null where no file is similar. */
export function findOldPath(folder: string, file: RenamedFile): string | null {
  return findRename(folder, file, 'D')?.[0] ?? null;
}

function findRename(
  folder: string,
  file: RenamedFile,
  kind: 'A' | 'D',
): [before: string, after: string] | null {
  const candidates = listCandidates(folder, file, kind);
  if (candidates.length === 0) return null;
  const words = ['--find-renames', '--diff-filter=R', '--name-status'];
  const parts = listDifferences(folder, [
    ...words,
    file.older,
    file.newer,
    '--',
    file.path,
    ...candidates,
  ]);
  const own = kind === 'A' ? 1 : 2;
  const at = parts.findIndex(
    (part, index) => RENAME.test(part) && parts[index + own] === file.path,
  );
  const [before, after] = [parts[at + 1], parts[at + 2]];
  return at < 0 || before === undefined || after === undefined ? null : [before, after];
}

/** Lists files that only one of two commits has: those of the same name, of the same folder and of the same kind. */
function listCandidates(folder: string, file: RenamedFile, kind: 'A' | 'D'): string[] {
  const words = ['--no-renames', `--diff-filter=${kind}`, '--name-only', file.older, file.newer];
  const names = listDifferences(folder, words);
  const parts = [path.posix.basename, path.posix.dirname, path.posix.extname];
  const found = parts.flatMap((part) => names.filter((name) => part(name) === part(file.path)));
  return [...new Set(found)].slice(0, MAX_CANDIDATES);
}

function listDifferences(folder: string, words: readonly string[]): string[] {
  const result = runGit(folder, ['diff-tree', '-r', '-z', ...words]);
  return result.ok ? result.out.toString('utf8').split('\0').filter(Boolean) : [];
}
