import { homedir } from 'node:os';
import path from 'node:path';
import { LOCK_FILE, parseLock, type CodeLock } from '../../talk/code/code-lock.ts';
import { nameCommitPlace } from '../../talk/code/code-place.ts';
import { toWebAddress } from '../../talk/code/forge-link.ts';
import type {
  CommitAnswer,
  CommitPlace,
  ForgeAddress,
  ToProblem,
} from '../../talk/model/code/code.ts';
import type { Checked } from '../../talk/model/problem.ts';
import {
  repositoryVariable,
  unknownRepository,
  unlockedCode,
  unreadableRepository,
} from '../../talk/problems/problems.ts';
import { readRemote, type Clone } from './clone.ts';
import { findGitFolder, stampRefs } from './git-folder.ts';
import { openLockedTags } from './locked-tags.ts';
import { readFresh } from './read-fresh.ts';

/** A repository that slides take code from, as the configuration names it. */
export interface Repository {
  /** The folder of its clone: absolute, from the project's root, or from `~/`. */
  path?: string;
  /** Its page on the web; defaults to what the clone was made from. */
  url?: string;
  /** A template for links to lines, with `{commit}`, `{revision}`, `{path}`, `{first}` and `{last}`. */
  link?: string;
}

/** Repositories by the name that slides use. */
export type Repositories = Readonly<Record<string, Repository>>;

/** Reads code at commits: from the lock of a project first, from clones otherwise. */
export interface CodeReader {
  /** Returns the lines of a place; the same value while nothing that it rests on changed. */
  read(place: CommitPlace): CommitAnswer;
  /** Names the state of a revision in its clone: `NAME@REVISION`. */
  stampOf(revision: string): string;
  /** Returns the lock as it is now, with everything that is wrong with it. */
  lock(): Checked<CodeLock>;
  /** Returns the clone of a repository; null where none is named, or git may not run. */
  findClone(name: string): Clone | null;
  /** Returns where a repository is on the web. */
  forgeOf(name: string): ForgeAddress;
}

/** The project whose code is read. */
export interface CodeOptions {
  root: string;
  /** Defaults to none. */
  repositories?: Repositories;
  /** Whether git may not run; defaults to false. */
  isSafe?: boolean;
  env?: NodeJS.ProcessEnv;
  readText(file: string): string | undefined;
  stampOf(file: string): string | null;
}

const SAFE = {
  why: 'with --safe no program runs',
  hint: 'Run without --safe where you trust the project and its slides.',
};

/** Opens the code of a project. */
export function openCode({
  root,
  repositories = {},
  isSafe = false,
  env = process.env,
  readText,
  stampOf,
}: CodeOptions): CodeReader {
  const answers = new Map<string, { stamp: string; answer: CommitAnswer }>();
  const tags = openLockedTags((name, revision) => stampRevisions(name, [revision]));
  const remotes = new Map<string, string | null>();
  let lockState: { stamp: string | null; checked: Checked<CodeLock> } | null = null;

  function lock(): Checked<CodeLock> {
    const stamp = stampOf(LOCK_FILE);
    if (lockState?.stamp !== stamp || !lockState) {
      lockState = { stamp, checked: parseLock(stamp === null ? undefined : readText(LOCK_FILE)) };
    }
    return lockState.checked;
  }

  function findClone(name: string): Clone | null {
    if (isSafe) return null;
    const own = Object.hasOwn(repositories, name) ? repositories[name]?.path : undefined;
    const folder = env[repositoryVariable(name)] || own;
    return folder
      ? { name, written: folder, folder: path.resolve(root, expandHome(folder)) }
      : null;
  }

  function stampRevisions(name: string, revisions: Iterable<string>): string {
    const clone = findClone(name);
    const folder = clone && findGitFolder(clone.folder);
    return folder ? stampRefs(folder, revisions) : '';
  }

  function forgeOf(name: string): ForgeAddress {
    const own = Object.hasOwn(repositories, name) ? repositories[name] : undefined;
    const web = own?.url ?? lock().value.repositories.get(name) ?? findRemote(name);
    return { web, link: own?.link ?? null };
  }

  function findRemote(name: string): string | null {
    const known = remotes.get(name);
    if (known !== undefined) return known;
    const clone = findClone(name);
    const web = clone && toWebAddress(readRemote(clone));
    remotes.set(name, web);
    return web;
  }

  function answer(place: CommitPlace, key: string): CommitAnswer {
    const { repository } = place;
    const { value } = lock();
    const locked = value.code.get(key);
    if (locked) {
      const clone = findClone(repository);
      const toProblems = clone ? tags.findMoved(place, locked, { clone, lock: value }) : [];
      return { code: locked, forge: forgeOf(repository), toProblems };
    }
    const fail = (problem: ToProblem): CommitAnswer => {
      return { code: null, forge: NO_FORGE, toProblems: [problem] };
    };
    if (isSafe) return fail((span) => unreadableRepository(repository, SAFE, span));
    const clone = findClone(repository);
    if (!clone) return fail((span) => unknownRepository(repository, nameAll(value), span));
    const read = readFresh(clone, place);
    if (typeof read === 'function') return fail(read);
    const toProblems: ToProblem[] = [(span) => unlockedCode(key, span)];
    return { code: read, forge: forgeOf(repository), toProblems };
  }

  function nameAll({ repositories: locked }: CodeLock): string[] {
    return [...new Set([...Object.keys(repositories), ...locked.keys()])].sort();
  }

  return {
    lock,
    findClone,
    forgeOf,
    stampOf(revision) {
      const at = revision.indexOf('@');
      return stampRevisions(revision.slice(0, at), [revision.slice(at + 1)]);
    },
    read(place) {
      const key = nameCommitPlace(place);
      const names = place.since === null ? [place.revision] : [place.since, place.revision];
      const stamp = `${stampOf(LOCK_FILE)} ${stampRevisions(place.repository, names)}`;
      const known = answers.get(key);
      if (known?.stamp === stamp) return known.answer;
      const found = answer(place, key);
      answers.set(key, { stamp, answer: found });
      return found;
    },
  };
}

const NO_FORGE: ForgeAddress = { web: null, link: null };
function expandHome(folder: string): string {
  return folder === '~' || folder.startsWith('~/') ? path.join(homedir(), folder.slice(1)) : folder;
}
