import type { CommitAnswer, CommitPlace, FileAnswer } from '../../model/code/code.ts';
import type { SlideContext } from '../context.ts';

const NO_FILE: FileAnswer = { why: 'missing', names: [] };
const NO_COMMIT: CommitAnswer = { code: null, forge: { web: null, link: null }, toProblems: [] };

/** Reads a file that the slide quotes and records the dependency. */
export function readCode(context: SlideContext, path: string): FileAnswer {
  const answer = context.talk.project.readCode?.(path) ?? NO_FILE;
  context.reads.code.set(path, answer);
  return answer;
}

/** Reads code at a commit and records the dependency. */
export function readCommit(context: SlideContext, place: CommitPlace): CommitAnswer {
  const answer = context.talk.project.readCommit?.(place) ?? NO_COMMIT;
  context.reads.commits.set(place, answer);
  return answer;
}
