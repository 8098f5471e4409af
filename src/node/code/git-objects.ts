import { runGit, type GitOutput } from './run-git.ts';

/** An object of a repository; null where it has none of that name. */
export interface GitObject {
  id: string;
  type: string;
  content: Buffer;
}

/** Objects in the order of their names, or why they could not be read. */
export type GitObjects =
  | { ok: true; objects: (GitObject | null)[] }
  | Exclude<GitOutput, { ok: true }>;

/** How git ends the answer to a name that it has no object for. */
const LOST = / (?:missing|ambiguous)$/;
/** What a link leads to that is no file of the repository; its target follows. */
const STRAY = /^(?:dangling|loop|notdir|symlink) (\d+)$/;
const FOUND = /^([\da-f]+) (\w+) (\d+)$/;

/** Reads objects by their names, all in one process. Symbolic links within the repository are followed. */
export function readObjects(folder: string, names: readonly string[]): GitObjects {
  const result = runGit(folder, ['cat-file', '--batch', '--follow-symlinks'], {
    input: toLines(names),
  });
  return result.ok ? { ok: true, objects: parseObjects(result.out, names.length) } : result;
}

/** Resolves names to ids, all in one process; null for those that the repository does not have. */
export function resolveNames(
  folder: string,
  names: readonly string[],
): (string | null)[] | Exclude<GitOutput, { ok: true }> {
  const words = ['cat-file', '--batch-check=%(objectname)'];
  const result = runGit(folder, words, { input: toLines(names) });
  if (!result.ok) return result;
  const lines = result.out.toString('utf8').split('\n');
  return names.map((_, index) => {
    const line = lines[index] ?? '';
    return /^[\da-f]+$/.test(line) ? line : null;
  });
}

function toLines(names: readonly string[]): string {
  return names.map((name) => `${name}\n`).join('');
}

function parseObjects(out: Buffer, count: number): (GitObject | null)[] {
  let at = 0;
  return Array.from({ length: count }, () => {
    const end = out.indexOf(10, at);
    const line = out.toString('utf8', at, end < 0 ? out.length : end);
    at = end < 0 ? out.length : end + 1;
    const stray = STRAY.exec(line)?.[1];
    if (stray !== undefined) at += Number(stray) + 1;
    const [, id = '', type = '', size = '0'] = FOUND.exec(line) ?? [];
    if (stray !== undefined || LOST.test(line) || id === '') return null;
    const content = out.subarray(at, at + Number(size));
    at += Number(size) + 1;
    return { id, type, content };
  });
}
