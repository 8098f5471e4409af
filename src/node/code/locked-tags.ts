import type { CodeLock } from '../../talk/code/code-lock.ts';
import type { CommitCode, CommitPlace, ToProblem } from '../../talk/model/code/code.ts';
import { movedRevision } from '../../talk/problems/problems.ts';
import type { Clone } from './clone.ts';
import { resolveNames } from './git-objects.ts';

/** Compares the tags of clones with the commits that a lock has for them. */
export interface LockedTags {
  /** Reports the revisions of a place that are tags at other commits than those of the lock. */
  findMoved(
    place: CommitPlace,
    locked: CommitCode,
    around: { clone: Clone; lock: CodeLock },
  ): ToProblem[];
}

/** A tag of a clone: its commit, null where it is none, and the state of the clone's references by which it was found. */
interface KnownTag {
  stamp: string;
  commit: string | null;
}

const KEY = /^([^@]+)@(?:(.+?)\.\.)?([^:]+):/;

/** Opens the tags of clones; all that a lock names are resolved in one process, and again when one of them moved. */
export function openLockedTags(
  stampRevision: (name: string, revision: string) => string,
): LockedTags {
  const known = new Map<string, KnownTag>();

  function resolveAll({ name, folder }: Clone, lock: CodeLock): void {
    const revisions = listRevisions(lock, name);
    const names = revisions.map((revision) => `refs/tags/${revision}^{commit}`);
    const ids = resolveNames(folder, names);
    revisions.forEach((revision, index) => {
      const commit = Array.isArray(ids) ? (ids[index] ?? null) : null;
      known.set(`${name}@${revision}`, { stamp: stampRevision(name, revision), commit });
    });
  }

  function findTag(revision: string, clone: Clone, lock: CodeLock): string | null {
    const stamp = stampRevision(clone.name, revision);
    // A folder without references is no clone.
    if (stamp === '') return null;
    const key = `${clone.name}@${revision}`;
    if (known.get(key)?.stamp !== stamp) resolveAll(clone, lock);
    return known.get(key)?.commit ?? null;
  }

  return {
    findMoved({ since, revision }, { before, after }, { clone, lock }) {
      const sides = [
        [since, before?.commit],
        [revision, after.commit],
      ] as const;
      return sides.flatMap(([name, locked]): ToProblem[] => {
        if (name === null || locked === undefined) return [];
        const now = findTag(name, clone, lock);
        if (now === null || now === locked) return [];
        return [(span) => movedRevision(name, { locked, now }, span)];
      });
    },
  };
}

/** Lists the revisions of a repository that a lock has lines of. */
function listRevisions({ code }: CodeLock, repository: string): string[] {
  const names = [...code.keys()].flatMap((key) => {
    const [, name, since, revision] = KEY.exec(key) ?? [];
    return name === repository ? [since, revision] : [];
  });
  return [...new Set(names.flatMap((name) => name ?? []))];
}
