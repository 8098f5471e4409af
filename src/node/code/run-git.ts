import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { hasCode } from '../system-error.ts';

/** The output of git, or why there is none and what to do about it; the hint may be empty. */
export type GitOutput = { ok: true; out: Buffer } | { ok: false; why: string; hint: string };

/** Why a partial clone gives no answer; newer versions of git say that the object is missing. */
export const PARTIAL = 'it is a partial clone, and lacks this file';

const GIT_TIMEOUT_MS = 20_000;
const MAX_OUTPUT_BYTES = 64_000_000;
/** What git needs of the environment to start, and to find the settings by which its user trusts folders of others. */
const PASSED = 'PATH HOME USERPROFILE XDG_CONFIG_HOME SystemRoot APPDATA TEMP TMPDIR'.split(' ');
const OPTIONS = ['--no-pager', '--no-replace-objects', '--literal-pathspecs'];
const SETTINGS = ['core.fsmonitor=false', `core.hooksPath=${path.join(path.sep, 'dev', 'null')}`];

/**
 * Runs a command of git that only reads, in a folder that is a clone itself. Nothing is fetched, also not what a partial
 * clone lacks, and no hook, pager or filter of a repository runs.
 */
export function runGit(
  folder: string,
  words: readonly string[],
  { input = '', env = process.env }: { input?: string; env?: NodeJS.ProcessEnv } = {},
): GitOutput {
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const result = spawnSync('git', ['-C', folder, ...OPTIONS, ...settings, ...words], {
    // Windows looks for programs in the folder of a process first, and a project may hold any.
    cwd: path.dirname(process.execPath),
    env: {
      ...Object.fromEntries(PASSED.map((name) => [name, env[name]])),
      LC_ALL: 'C',
      GIT_CEILING_DIRECTORIES: path.dirname(folder),
      GIT_NO_LAZY_FETCH: '1',
      GIT_ALLOW_PROTOCOL: 'none',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_TERMINAL_PROMPT: '0',
    },
    input,
    timeout: GIT_TIMEOUT_MS,
    maxBuffer: MAX_OUTPUT_BYTES,
    windowsHide: true,
  });
  if (!result.error && result.status === 0) return { ok: true, out: result.stdout };
  return { ok: false, ...explain(result.error, String(result.stderr ?? ''), folder) };
}

function explain(error: Error | undefined, told: string, folder: string) {
  if (hasCode(error, 'ENOENT')) {
    return { why: 'there is no git on this machine', hint: 'Install git, or commit rostrum.lock.' };
  }
  if (hasCode(error, 'ETIMEDOUT')) return { why: 'git took too long', hint: '' };
  if (hasCode(error, 'ENOBUFS')) return { why: 'the answer is too large', hint: '' };
  if (/dubious ownership/.test(told)) {
    const trust = `Run "git config --global --add safe.directory ${folder}" if you trust it.`;
    return { why: 'it belongs to another user', hint: trust };
  }
  if (/not a git repository|cannot change to/.test(told)) {
    return { why: 'there is no clone at its path', hint: '' };
  }
  if (/promisor remote|lazy fetch/i.test(told)) return { why: PARTIAL, hint: '' };
  const line = told.split('\n').find((text) => /^(?:fatal|error): /.test(text)) ?? '';
  const why = line.replace(/^\w+: /, '').replace(/\.$/, '');
  return { why: why === '' ? 'git failed' : `git said "${why}"`, hint: '' };
}
