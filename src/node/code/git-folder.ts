import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findStats, isFile } from '../system-error.ts';

/** Where a clone keeps its own files: those of its work tree, and those that all of its work trees share. */
export interface GitFolder {
  own: string;
  common: string;
}

const LINK = /^gitdir: (.+)$/m;
/** What changes when branches and tags change; the last is how newer versions of git keep them. */
const REFS = ['HEAD', 'packed-refs', 'refs/tags', 'refs/heads', 'reftable/tables.list', 'shallow'];

/** Finds the files of a clone, bare or not, a linked work tree or a submodule; null when a folder is none. */
export function findGitFolder(folder: string): GitFolder | null {
  const own = findOwn(folder);
  if (own === null) return null;
  const shared = readLine(path.join(own, 'commondir'));
  return { own, common: shared === null ? own : path.resolve(own, shared) };
}

/** Names the state of a clone's branches and tags, and that of the named ones; changes when one of them moves. */
export function stampRefs({ own, common }: GitFolder, revisions: Iterable<string>): string {
  const names = [...revisions].flatMap((name) =>
    ['tags', 'heads', 'remotes'].map((kind) => `refs/${kind}/${name}`),
  );
  const files = [
    path.join(own, 'HEAD'),
    ...[...REFS, ...names].map((name) => path.join(common, name)),
  ];
  return files
    .map((file) => {
      const found = findStats(file);
      return found ? `${found.mtimeNs}:${found.size}` : '';
    })
    .join(' ');
}

/** Returns whether a clone has only the newest part of its history. */
export function isShallow({ common }: GitFolder): boolean {
  return isFile(path.join(common, 'shallow'));
}

function findOwn(folder: string): string | null {
  const inner = path.join(folder, '.git');
  const stats = findStats(inner);
  if (stats?.isDirectory()) return inner;
  if (stats) {
    const [, target] = LINK.exec(readFileSync(inner, 'utf8')) ?? [];
    return target === undefined ? null : path.resolve(folder, target.trim());
  }
  const isBare = isFile(path.join(folder, 'HEAD')) && findStats(path.join(folder, 'objects'));
  return isBare ? folder : null;
}

function readLine(file: string): string | null {
  return isFile(file) ? readFileSync(file, 'utf8').trim() : null;
}
