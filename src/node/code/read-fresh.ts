import { pickPair } from '../../talk/code/code-diff.ts';
import { pickLines } from '../../talk/code/code-lines.ts';
import type { CommitCode, CommitPlace, ToProblem } from '../../talk/model/code/code.ts';
import { readAtRevisions, type Clone, type FileAtCommit } from './clone.ts';

/** Reads the lines of a place from a clone, or says why it has none. */
export function readFresh(clone: Clone, place: CommitPlace): CommitCode | ToProblem {
  const { since, revision, path, part } = place;
  const revisions = since === null ? [revision] : [since, revision];
  const files = readAtRevisions(clone, revisions, path);
  const fault = files.find((file) => 'problem' in file);
  if (fault && 'problem' in fault) return fault.problem;
  const [first, second] = files;
  if (!isRead(first)) throw new Error('Git gave fewer files than it was asked for.');
  if (!isRead(second)) {
    const lines = pickLines(first.lines, part, `${path} at ${revision}`);
    return typeof lines === 'function'
      ? lines
      : { before: null, after: { ...lines, ...of(first) } };
  }
  const pair = pickPair(first.lines, second.lines, part, {
    before: `${path} at ${since}`,
    after: `${path} at ${revision}`,
  });
  if (typeof pair === 'function') return pair;
  return { before: { ...pair.before, ...of(first) }, after: { ...pair.after, ...of(second) } };
}

type ReadFile = Exclude<FileAtCommit, { problem: ToProblem }>;

function isRead(file: FileAtCommit | undefined): file is ReadFile {
  return file !== undefined && !('problem' in file);
}

function of({ commit, date }: ReadFile): Pick<ReadFile, 'commit' | 'date'> {
  return { commit, date };
}
