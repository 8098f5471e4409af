import { findNearest, findNearestPath } from '../../text/nearest.ts';
import { plural } from '../../text/plural.ts';
import type { Problem, Span } from '../../model/problem.ts';
import { nearestHint, PATHS_HINT } from '../hints.ts';

const FORM =
  'Write <<< ./file.rs#L10-30 for a file of the project, <<< NAME@v1.0:file.rs#L10-30 for one at a commit.';

/** Reports a line of `<<<` that cannot be read. */
export function badCodePlace(written: string, fault: string, span: Span): Problem {
  return {
    code: 'bad-code-place',
    severity: 'error',
    message: `"${written}" ${fault}.`,
    hint: FORM,
    span,
  };
}

/** Reports a file with code that is missing, in the project or at a commit. */
export function missingCode(
  path: string,
  { at, names }: { at: string; names: readonly string[] },
  span: Span,
): Problem {
  const nearest = findNearestPath(path, names);
  const few = names.length > 0 && names.length <= 12 ? `There are ${names.join(', ')}.` : '';
  return {
    code: 'missing-code',
    severity: 'error',
    message: `There is no file "${path}"${at === '' ? '' : ` ${at}`}.`,
    hint: nearest ? `Did you mean "${nearest}"?` : few || PATHS_HINT,
    span,
  };
}

/** Reports a file that is there and is not shown; `why` completes "The file ...". */
export function unusableCode(path: string, why: string, span: Span): Problem {
  return {
    code: 'missing-code',
    severity: 'error',
    message: `The file "${path}" ${why}, so it is not shown.`,
    hint: 'Slides show text files within the project, and files at commits of the repositories that it names.',
    span,
  };
}

/** Reports lines that a file does not have. */
export function missingLines(file: string, count: number, span: Span): Problem {
  return {
    code: 'missing-lines',
    severity: 'error',
    message: `These lines are not in ${file}, which has ${plural(count, 'line')}.`,
    hint:
      count === 0 ? 'The file is empty.' : `Lines count from 1 to ${count}: #L1-${count} is all.`,
    span,
  };
}

/** Reports a region that a file does not have. */
export function unknownRegion(
  name: string,
  file: string,
  names: readonly string[],
  span: Span,
): Problem {
  const where = 'A region begins below a comment "#region NAME" and ends at "#endregion"';
  const isOpen = names.includes(name);
  return {
    code: 'unknown-region',
    severity: 'error',
    message: isOpen
      ? `The region "${name}" of ${file} does not end.`
      : `There is no region "${name}" in ${file}.`,
    hint: isOpen ? `${where}.` : nearestHint(name, names, where),
    span,
  };
}

/** Reports code with too many lines for a slide. */
export function tooMuchCode({ lines, most }: { lines: number; most: number }, span: Span): Problem {
  return {
    code: 'slide-too-long',
    severity: 'error',
    message: `This code has ${lines} lines; more than ${most} are not drawn.`,
    hint: 'Name the lines that you speak about: #L10-30 behind the file.',
    span,
  };
}

/** Reports a repository without a clone; `names` are those that the project knows, with a clone or without. */
export function unknownRepository(name: string, names: readonly string[], span: Span): Problem {
  const others = names.filter((one) => one !== name);
  const nearest = others.length < names.length ? undefined : findNearest(name, others);
  const variable = repositoryVariable(name);
  const list = others.length > 0 ? `There are ${others.join(', ')}. ` : '';
  return {
    code: 'unknown-repository',
    severity: 'error',
    message: `No clone of a repository "${name}" is named, and rostrum.lock does not have these lines.`,
    hint: nearest
      ? `Did you mean "${nearest}"? Repositories are named in vite.config.ts.`
      : `${list}Name its clone: rostrum({ repositories: { "${name}": "../${name}" } }) in vite.config.ts, or ${variable} in the environment.`,
    span,
  };
}

/** Returns the name of the environment variable with the clone of a repository. */
export function repositoryVariable(name: string): string {
  return `ROSTRUM_REPO_${name.replaceAll('-', '_').toUpperCase()}`;
}

/** Reports a repository that cannot be read. */
export function unreadableRepository(
  name: string,
  { why, hint }: { why: string; hint: string },
  span: Span,
): Problem {
  return {
    code: 'unreadable-repository',
    severity: 'error',
    message: `The repository "${name}" cannot be read, and rostrum.lock does not have these lines: ${why}.`,
    hint,
    span,
  };
}

/** Reports a revision that a repository does not have. */
export function unknownRevision(
  revision: string,
  { repository, names, isShallow }: RevisionChoice,
  span: Span,
): Problem {
  const where = isShallow
    ? 'The clone is shallow: "git fetch --unshallow --tags" brings the rest'
    : 'A revision is a tag, a branch or the id of a commit; "git fetch --tags" in the clone brings new ones';
  return {
    code: 'unknown-revision',
    severity: 'error',
    message: `The repository "${repository}" has no revision "${revision}".`,
    hint: nearestHint(revision, names, where),
    span,
  };
}

/** The names that a repository has, for hints. */
export interface RevisionChoice {
  repository: string;
  names: readonly string[];
  isShallow: boolean;
}

/** Reports a comparison of lines that are equal. */
export function unchangedCode(since: string, revision: string, span: Span): Problem {
  return {
    code: 'unchanged-code',
    severity: 'warning',
    message: `These lines are the same in ${since} and ${revision}.`,
    hint: `Take other lines, or show them once: write "${revision}" alone.`,
    span,
  };
}
