import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { isIsoDate } from '../../../talk/data/date.ts';
import type { CloneRequest, History, Shortlog } from '../../../talk/data/update/request.ts';
import { cloneFailure, needsFailure } from './bad-response.ts';
import { SourceError } from '../refresh/failure.ts';

/** Options of a query to a local clone. */
export interface CloneOptions {
  env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds. */
  timeout: number;
  bytes: number;
}

const run = promisify(execFile);
const REVISION = /^[\w][\w./^~@{}-]*$/;
const NO_REPOSITORY = /not a git repository|outside repository/;
const ID = /^[0-9a-f]{7,40}$/;

/** Queries a local git clone; reads only, and fetches nothing. */
export async function askClone(request: CloneRequest, options: CloneOptions): Promise<string> {
  const { tree } = request;
  if ('shortlog' in request) return git(tree, shortlogWords(request.shortlog, tree), options);
  if ('history' in request) return git(tree, historyWords(request.history, tree), options);
  if ('titles' in request) {
    const ids = request.titles.map((id) =>
      ID.test(id) ? id : refuse(tree, `"${id}" is no commit`),
    );
    const lines = ids.map(async (id) => {
      const title = await git(tree, ['show', '--no-patch', '--format=%s', id, '--'], options);
      return `${id} ${title.trim()}`;
    });
    return (await Promise.all(lines)).join('\n');
  }
  const { revision, file, first, last } = request.lines;
  const lines = (await readAtRevision(tree, { revision, file }, options)).split('\n');
  if (first < 1 || last < first || last > lines.length) {
    refuse(tree, `${file} at ${revision} has no lines ${first} to ${last}`);
  }
  return lines.slice(first - 1, last).join('\n');
}

function shortlogWords(query: Shortlog, tree: string): string[] {
  return ['shortlog', '--summary', '--numbered', ...rangeWords(query, tree)];
}

/** Lists the days of commits, in UTC, each with the files that it added when these are listed. */
function historyWords({ added = false, ...query }: History, tree: string): string[] {
  const days = ['log', '--date=format-local:%Y-%m-%d', '--format=tformat:@%cd'];
  const files = ['--diff-filter=A', '--no-renames', '--name-only'];
  return [...days, ...(added ? files : []), ...rangeWords(query, tree)];
}

/** Chooses commits, without merges. */
function rangeWords(query: Shortlog, tree: string): string[] {
  const { from, to, since, until, titled, paths = [] } = query;
  const end = toRevision(to, tree);
  return [
    '--no-merges',
    ...(since === undefined ? [] : [`--since=${toDay(since, tree)}T00:00:00Z`]),
    ...(until === undefined ? [] : [`--until=${toDay(until, tree)}T23:59:59Z`]),
    ...(titled === undefined ? [] : ['--extended-regexp', `--grep=^${titled}`]),
    from === undefined ? end : `${toRevision(from, tree)}..${end}`,
    '--',
    ...paths,
  ];
}

/** Reads a file of a local clone as it was at a revision. */
export function readAtRevision(
  tree: string,
  { revision, file }: { revision: string; file: string },
  options: CloneOptions,
): Promise<string> {
  return git(tree, ['show', `${toRevision(revision, tree)}:${file}`], options);
}

async function git(
  tree: string,
  words: readonly string[],
  { env, timeout, bytes }: CloneOptions,
): Promise<string> {
  const folder = env[tree];
  if (!folder) throw new SourceError(needsFailure([tree]));
  try {
    const { stdout } = await run('git', ['-C', folder, '--no-pager', ...words], {
      env: {
        PATH: env['PATH'],
        HOME: env['HOME'],
        LC_ALL: 'C',
        TZ: 'UTC',
        GIT_TERMINAL_PROMPT: '0',
      },
      timeout,
      maxBuffer: bytes,
    });
    return stdout;
  } catch (error) {
    throw new SourceError(cloneFailure(tree, explain(error)), error);
  }
}

/** Checks a revision, which must be neither an option nor a range. */
function toRevision(revision: string, tree: string): string {
  if (REVISION.test(revision) && !revision.includes('..')) return revision;
  return refuse(tree, `"${revision}" is no revision`);
}

function toDay(day: string, tree: string): string {
  return isIsoDate(day) ? day : refuse(tree, `"${day}" is no day`);
}

function refuse(tree: string, why: string): never {
  throw new SourceError(cloneFailure(tree, why));
}

function explain(error: unknown): string {
  const {
    stderr = '',
    code,
    killed,
  } = error as { stderr?: string; code?: unknown; killed?: boolean };
  if (code === 'ENOENT') return 'there is no git';
  if (killed) return 'it took too long';
  if (NO_REPOSITORY.test(stderr)) return 'its folder is no git repository';
  const line = stderr.split('\n').find((text) => text.trim() !== '') ?? 'git failed';
  return line
    .replace(/^fatal: /, '')
    .replace(/[^\P{C}]+/gu, ' ')
    .trim()
    .replace(/\.$/, '');
}
