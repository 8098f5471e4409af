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

/** Finds the path to which a file was renamed, among files of its name or its folder; null for none that is alike. */
export function findRenamed(folder: string, { path: old, commit, tag }: GoneFile): string | null {
  const revision = `refs/tags/${tag}`;
  const candidates = listCandidates(folder, old, revision);
  if (candidates.length === 0) return null;
  const words = ['diff-tree', '-r', '-z', '--find-renames', '--diff-filter=R', '--name-status'];
  const result = runGit(folder, [...words, commit, revision, '--', old, ...candidates]);
  const parts = result.ok ? result.out.toString('utf8').split('\0') : [];
  const at = parts.findIndex((part, index) => /^R\d+$/.test(part) && parts[index + 1] === old);
  return at < 0 ? null : (parts[at + 2] ?? null);
}

function listCandidates(folder: string, old: string, revision: string): string[] {
  const result = runGit(folder, ['ls-tree', '--full-tree', '-r', '-z', '--name-only', revision]);
  const names = result.ok ? result.out.toString('utf8').split('\0').filter(Boolean) : [];
  const [base, near] = [path.posix.basename(old), path.posix.dirname(old)];
  const isAlike = (name: string): boolean => path.posix.basename(name) === base;
  const isNear = (name: string): boolean => path.posix.dirname(name) === near;
  return [...names.filter(isAlike), ...names.filter(isNear)].slice(0, MAX_CANDIDATES);
}
