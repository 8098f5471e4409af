import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Checks a revision out into a folder, with the packages that are installed here; gives what removes it. */
export function openRevision(revision, folder) {
  const git = (...words) => {
    const { status, stderr } = spawnSync('git', words, { cwd: ROOT, encoding: 'utf8' });
    if (status !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`);
  };
  git('worktree', 'add', '--detach', folder, revision);
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  return () => git('worktree', 'remove', '--force', folder);
}
