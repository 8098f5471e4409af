import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Whether this machine has git. */
export const hasGit = spawnSync('git', ['--version']).status === 0;

/** The names and days that commits of tests have, so that their ids are always the same. */
const WHO = {
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@town.example',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@town.example',
  GIT_CONFIG_GLOBAL: path.join(path.sep, 'dev', 'null'),
  GIT_CONFIG_NOSYSTEM: '1',
};

/** Runs git in a folder, on a day, and returns what it prints. */
export function git(
  folder: string,
  words: readonly string[],
  { input = '', day = '2024-01-01' }: { input?: string; day?: string } = {},
): string {
  const time = `${day}T12:00:00Z`;
  const env = { ...process.env, ...WHO, GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time };
  return execFileSync('git', ['-C', folder, ...words], {
    env,
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  }).trim();
}

/** Creates a bare repository in a new temporary folder from a stream for `git fast-import`. */
export function createRepository(stream: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-repository-'));
  git(folder, ['init', '--quiet', '--bare', '--initial-branch=main']);
  git(folder, ['fast-import', '--quiet'], { input: stream });
  return folder;
}
