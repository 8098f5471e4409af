import { hasErrors, type Problem } from '../../../talk/model/problem.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import { ProblemsError } from '../../errors.ts';
import { summarize, type Terminal } from '../../terminal.ts';
import type { Site } from '../site.ts';
import { describeSizes, type DataSize } from './data-sizes.ts';

/** Prints what is wrong in a project, and ends a build of talks with errors. */
export function report(problems: readonly Problem[], { project, terminal, outcome }: Site): void {
  if (problems.length > 0) {
    terminal.showProblems(problems, project.readText);
    terminal.note(summarize(problems));
  }
  if (hasErrors(problems)) {
    outcome.hasFailed = true;
    throw new ProblemsError();
  }
}

/** Prints the bytes of the data on pages. */
export function printSizes(sizes: readonly DataSize[], terminal: Terminal): void {
  const { warnings, line } = describeSizes(sizes);
  for (const text of [...warnings, line].filter(Boolean)) terminal.note(text);
}

/** Returns a talk as its site shows it: pages of one that is offline poll no data. */
export function toShown(talk: Talk, { isOffline }: Pick<Site, 'isOffline'>): Talk {
  const { live: _live, ...held } = talk;
  return isOffline ? held : talk;
}
