import { LOCK_FILE, spanOf } from '../../talk/code/code-lock.ts';
import { nameCommitPlace } from '../../talk/code/code-place.ts';
import type { PlaceUse } from '../../talk/code/list-places.ts';
import type { Problem } from '../../talk/model/problem.ts';
import { alteredLock, unusedLock } from '../../talk/problems/problems.ts';
import { findChanged, type DatedUse } from './changed-code.ts';
import type { CodeReader } from './code.ts';
import { findAltered } from './verify-lock.ts';

/** What is checked: the places that talks show, and all that slide files name. */
export interface CodeUses {
  shown: readonly DatedUse[];
  named: readonly PlaceUse[];
  readText(file: string): string | undefined;
}

/** Compares quoted code with its repositories: entries of the lock that are altered or not used, and lines that newer releases changed. */
export function checkCode(reader: CodeReader, { shown, named, readText }: CodeUses): Problem[] {
  const { code } = reader.lock().value;
  if (code.size === 0 && shown.length === 0) return [];
  const text = readText(LOCK_FILE) ?? '';
  const used = new Set(named.map(({ place }) => nameCommitPlace(place)));
  const unused = [...code.keys()].filter((key) => !used.has(key));
  const altered = findAltered(reader).map((key) => {
    const commit = code.get(key)?.after.commit ?? '';
    return alteredLock(key, commit, spanOf(key, text));
  });
  return [
    ...altered,
    ...unused.map((key) => unusedLock(key, spanOf(key, text))),
    ...findChanged(reader, shown),
  ];
}
