import path from 'node:path';
import { runGit } from './run-git.ts';

/** A file at a commit, and a tag that has none at its path. */
export interface GoneFile {
  path: string;
  commit: string;
  tag: string;
}

/** Files that a renamed one is compared with. */
const MAX_CANDIDATES = 200;

/** Finds the path to which a file was renamed, among the files that came; null for none that is alike. */
export function findRenamed(folder: string, { path: old, commit, tag }: GoneFile): string | null {
  const revision = `refs/tags/${tag}`;
  const candidates = listCandidates(folder, { path: old, commit, tag });
  if (candidates.length === 0) return null;
  const words = ['diff-tree', '-r', '-z', '--find-renames', '--diff-filter=R', '--name-status'];
  const result = runGit(folder, [...words, commit, revision, '--', old, ...candidates]);
  const parts = result.ok ? result.out.toString('utf8').split('\0') : [];
  const at = parts.findIndex((part, index) => /^R\d+$/.test(part) && parts[index + 1] === old);
  return at < 0 ? null : (parts[at + 2] ?? null);
}

/** Lists files that a tag has and the commit lacks: those of the same name, of the same folder and of the same kind. */
function listCandidates(folder: string, { path: old, commit, tag }: GoneFile): string[] {
  const words = ['diff-tree', '-r', '-z', '--no-renames', '--diff-filter=A', '--name-only'];
  const result = runGit(folder, [...words, commit, `refs/tags/${tag}`]);
  const names = result.ok ? result.out.toString('utf8').split('\0').filter(Boolean) : [];
  const parts = [path.posix.basename, path.posix.dirname, path.posix.extname];
  const found = parts.flatMap((part) => names.filter((name) => part(name) === part(old)));
  return [...new Set(found)].slice(0, MAX_CANDIDATES);
}
