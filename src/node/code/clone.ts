import path from 'node:path';
import type { ToProblem } from '../../talk/model/code/code.ts';
import type { IsoDate } from '../../talk/model/dataset.ts';
import { splitCode } from '../../talk/code/code-lines.ts';
import {
  missingCode,
  unknownRevision,
  unreadableRepository,
  unusableCode,
} from '../../talk/problems/problems.ts';
import { findOldPath } from './find-renamed.ts';
import { findGitFolder, isShallow } from './git-folder.ts';
import { readObjects, type GitObject } from './git-objects.ts';
import { PARTIAL, runGit } from './run-git.ts';

/** A file at a commit, or why it cannot be read. */
export type FileAtCommit =
  | { commit: string; date: IsoDate; lines: string[] }
  | { problem: ToProblem };

/** The clone of a repository that slides name. */
export interface Clone {
  name: string;
  /** An absolute path. */
  folder: string;
  /** The path as it was given. */
  written: string;
}

const COMMITTER = /^committer .* (\d+) ([+-])(\d\d)(\d\d)$/m;
const BINARY = 0;
/** What Git LFS has in the place of a file. */
const LFS = Buffer.from('version https://git-lfs.github.com/spec/');
const SUBMODULE = 'is a submodule';
const LINK_MODE = '120000';
const REPOSITORY_MODE = '160000';
/** Letters of a file that is read; the longest files of the kernel have a fifth of it. */
const MAX_FILE_BYTES = 8_000_000;
const MAX_NAMES = 5000;

/** Reads a file as it is at some revisions, in one process; where an older revision lacks it, by its path there, and a new file is empty. */
export function readAtRevisions(
  clone: Clone,
  revisions: readonly string[],
  file: string,
): FileAtCommit[] {
  const names = revisions.flatMap((revision) => [`${revision}^{commit}`, `${revision}:${file}`]);
  const read = readObjects(clone.folder, names);
  if (!read.ok) {
    const hint = read.why === PARTIAL ? adviseFetch(clone, revisions, file) : read.hint;
    return revisions.map(() => ({ problem: refuse(clone, { why: read.why, hint }) }));
  }
  return revisions.map((revision, index) => {
    const [commit = null, blob = null] = read.objects.slice(2 * index, 2 * index + 2);
    if (!commit) return { problem: explainRevision(clone, revision) };
    const isOlder = index < revisions.length - 1;
    if (!blob && isOlder && explainAbsence(clone, commit.id, file) === 'nothing') {
      const newer = read.objects.at(-2)?.id ?? commit.id;
      const before = findOldPath(clone.folder, { path: file, older: commit.id, newer });
      const [found] = before === null ? [] : readAtRevisions(clone, [revision], before);
      return found ?? { commit: commit.id, date: readDate(commit), lines: [] };
    }
    const fault = blob ? findFault(blob, file) : explainFile(clone, { commit, revision, file });
    if (fault || !blob) return { problem: fault ?? explainRevision(clone, revision) };
    return {
      commit: commit.id,
      date: readDate(commit),
      lines: splitCode(decodeCode(blob.content)),
    };
  });
}

/** Decodes source text; what is not UTF-8 is read as Latin-1, as old files are. */
export function decodeCode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Lists the tags and branches of a clone. */
export function listRevisions({ folder }: Clone): string[] {
  const words = ['for-each-ref', '--format=%(refname:short)', `--count=${MAX_NAMES}`];
  const result = runGit(folder, [...words, 'refs/tags', 'refs/heads', 'refs/remotes']);
  return result.ok ? result.out.toString('utf8').split('\n').filter(Boolean) : [];
}

/** Returns the address that a clone was made from; empty for none. */
export function readRemote({ folder }: Clone): string {
  const result = runGit(folder, ['config', '--get', 'remote.origin.url']);
  return result.ok ? result.out.toString('utf8').trim() : '';
}

function readDate({ content }: GitObject): IsoDate {
  const [, seconds = '0', sign, hours = '0', minutes = '0'] =
    COMMITTER.exec(content.toString('utf8', 0, 100_000)) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60;
  const time = new Date((Number(seconds) + offset) * 1000);
  return Number.isNaN(time.getTime()) ? '1970-01-01' : time.toISOString().slice(0, 10);
}

function findFault({ type, content }: GitObject, file: string): ToProblem | null {
  const fail = (why: string): ToProblem => {
    return (span) => unusableCode(file, why, span);
  };
  if (type !== 'blob') return fail(type === 'tree' ? 'is a folder' : SUBMODULE);
  if (content.length > MAX_FILE_BYTES) return fail('is too large');
  if (content.subarray(0, LFS.length).equals(LFS)) return fail('is kept by Git LFS');
  return content.includes(BINARY) ? fail('is no text') : null;
}

function refuse({ name, written }: Clone, { why, hint }: { why: string; hint: string }): ToProblem {
  const place = hint === '' ? `Its clone is named as "${written}".` : hint;
  return (span) => unreadableRepository(name, { why, hint: place }, span);
}

function explainRevision(clone: Clone, revision: string): ToProblem {
  const folder = findGitFolder(clone.folder);
  const choice = {
    repository: clone.name,
    names: listRevisions(clone),
    isShallow: folder !== null && isShallow(folder),
  };
  return (span) => unknownRevision(revision, choice, span);
}

/** What a commit has in the place of a file without content: nothing, a link, another repository, or a file that a partial clone lacks. */
type Absence = 'nothing' | 'link' | 'repository' | 'content';

/** Finds out why a commit has no content for a file. */
export function explainAbsence({ folder }: Clone, commit: string, file: string): Absence {
  const result = runGit(folder, ['ls-tree', '--full-tree', commit, '--', file]);
  const entry = result.ok ? result.out.toString('utf8') : '';
  if (result.ok && entry === '') return 'nothing';
  if (entry.startsWith(LINK_MODE)) return 'link';
  return entry.startsWith(REPOSITORY_MODE) ? 'repository' : 'content';
}

function explainFile(
  clone: Clone,
  { commit, revision, file }: { commit: GitObject; revision: string; file: string },
): ToProblem {
  switch (explainAbsence(clone, commit.id, file)) {
    case 'nothing': {
      const names = listNear(clone, commit.id, file);
      return (span) => missingCode(file, { at: `in ${clone.name} at ${revision}`, names }, span);
    }
    case 'link':
      return (span) => unusableCode(file, 'is a link that leads to no file', span);
    case 'repository':
      return (span) => unusableCode(file, SUBMODULE, span);
    case 'content':
      return refuse(clone, { why: PARTIAL, hint: adviseFetch(clone, [revision], file) });
  }
}

function adviseFetch({ folder }: Clone, revisions: readonly string[], file: string): string {
  const commands = revisions.map(
    (revision) => `git -C ${folder} cat-file -e "${revision}:${file}"`,
  );
  return `Nothing is fetched unasked. Fetch it: ${commands.join(' and ')}`;
}

/** Lists the files of the nearest folder that there is, for a hint. */
function listNear({ folder }: Clone, commit: string, file: string): string[] {
  for (let near = path.posix.dirname(file); ; near = path.posix.dirname(near)) {
    const isTop = near === '.' || near === '/';
    const words = ['ls-tree', '--full-tree', '--name-only', '-z', commit];
    const result = runGit(folder, isTop ? words : [...words, '--', `${near}/`]);
    const names = result.ok ? result.out.toString('utf8').split('\0').filter(Boolean) : [];
    if (names.length > 0 || isTop) return names.slice(0, MAX_NAMES);
  }
}
