import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Checks a revision out into a folder, with the packages that are installed here, or with its own where they differ; gives what removes it. */
export function openRevision(revision, folder) {
  const git = (...words) => {
    const { status, stderr } = spawnSync('git', words, { cwd: ROOT, encoding: 'utf8' });
    if (status !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`);
  };
  git('worktree', 'add', '--detach', folder, revision);
  const [own, other] = [ROOT, folder].map((root) =>
    readFileSync(path.join(root, 'package-lock.json'), 'utf8'),
  );
  if (own === other) {
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  } else {
    const words = ['ci', '--no-audit', '--no-fund', '--ignore-scripts'];
    const { status } = spawnSync('npm', words, { cwd: folder, stdio: 'ignore' });
    if (status !== 0) throw new Error(`npm ci failed in ${folder}.`);
  }
  return () => git('worktree', 'remove', '--force', folder);
}
