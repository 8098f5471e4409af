import { isDeepStrictEqual } from 'node:util';
import type { CodeLock } from '../../talk/code/code-lock.ts';
import { nameCommitPlace } from '../../talk/code/code-place.ts';
import type { PlaceUse } from '../../talk/code/list-places.ts';
import type { CommitCode, ToProblem } from '../../talk/model/code/code.ts';
import type { Problem } from '../../talk/model/problem.ts';
import { unknownRepository } from '../../talk/problems/problems.ts';
import type { CodeReader } from './code.ts';
import { readFresh } from './read-fresh.ts';
import { findAltered } from './verify-lock.ts';

/** A new lock, and how it differs from the one before, by the names of places. */
export interface LockChange {
  lock: CodeLock;
  added: string[];
  changed: string[];
  removed: string[];
  /** Why places could not be read; lines that were kept before stay. */
  problems: Problem[];
}

/**
 * Makes the lock for the places that slides name: what is kept stays, what is missing or altered is read from the
 * clones, what no slide names goes. With `isUpdate` everything is read again, so that tags and branches may move.
 */
export function updateLock(
  reader: CodeReader,
  uses: readonly PlaceUse[],
  { isUpdate }: { isUpdate: boolean },
): LockChange {
  const { value: last } = reader.lock();
  const altered = new Set(findAltered(reader));
  const code = new Map<string, CommitCode>();
  const problems: Problem[] = [];
  for (const { place, span } of uses) {
    const key = nameCommitPlace(place);
    const kept = last.code.get(key);
    if (code.has(key)) continue;
    if (kept && !isUpdate && !altered.has(key)) {
      code.set(key, kept);
      continue;
    }
    const read = readNow(reader, place);
    if (typeof read !== 'function') code.set(key, read);
    else {
      problems.push(read(span));
      if (kept) code.set(key, kept);
    }
  }
  const keys = [...code.keys()];
  return {
    lock: { repositories: listWebs(reader, uses), code },
    added: keys.filter((key) => !last.code.has(key)),
    changed: keys.filter((key) => differs(last.code.get(key), code.get(key))),
    removed: [...last.code.keys()].filter((key) => !code.has(key)),
    problems,
  };
}

function readNow(reader: CodeReader, place: PlaceUse['place']): CommitCode | ToProblem {
  const clone = reader.findClone(place.repository);
  if (clone) return readFresh(clone, place);
  return (span) => unknownRepository(place.repository, [], span);
}

/** Keeps the pages of repositories, so that links need no clone. */
function listWebs(reader: CodeReader, uses: readonly PlaceUse[]): Map<string, string> {
  const names = [...new Set(uses.map(({ place }) => place.repository))];
  return new Map(
    names.flatMap((name) => {
      const { web } = reader.forgeOf(name);
      return web === null ? [] : [[name, web] as const];
    }),
  );
}

function differs(before: CommitCode | undefined, after: CommitCode | undefined): boolean {
  return before !== undefined && !isDeepStrictEqual(before, after);
}
