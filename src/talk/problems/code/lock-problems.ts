import type { Problem, Span } from '../../model/problem.ts';

const LOCK = 'Run "npx rostrum lock" where the repository is';

/** Reports code from a commit that the project does not keep. */
export function unlockedCode(place: string, span: Span): Problem {
  return {
    code: 'unlocked-code',
    severity: 'warning',
    message: `The lines of ${place} are not in rostrum.lock, so this talk needs the repository.`,
    hint: `${LOCK}, and commit the file.`,
    span,
  };
}

/** Reports a tag that is at another commit than the one that is kept. */
export function movedRevision(
  revision: string,
  { locked, now }: { locked: string; now: string },
  span: Span,
): Problem {
  return {
    code: 'moved-revision',
    severity: 'warning',
    message: `"${revision}" is ${short(locked)} in rostrum.lock, and ${short(now)} in the repository; the lines of ${short(locked)} are shown.`,
    hint: 'If the new commit is meant, run "npx rostrum lock --update".',
    span,
  };
}

/** What became of quoted lines at the first newer tag that lacks them. */
export interface CodeChange {
  tag: string;
  /** The new path of a renamed file; for `unknown` the command that fetches what a clone lacks. */
  how: 'changed' | 'gone' | { renamed: string } | { fetch: string };
}

/** Reports quoted lines that differ at a newer tag, or that cannot be compared with it. */
export function changedCode(place: string, { tag, how }: CodeChange, span: Span): Problem {
  const look = `Look at them in ${tag}. If the slide is about the older ones it is right as it is.`;
  const hint =
    typeof how === 'object' && 'fetch' in how
      ? `Nothing is fetched unasked. Fetch it: ${how.fetch}`
      : look;
  const message = describeChange(place, tag, how);
  return { code: 'changed-code', severity: 'warning', message, hint, span };
}

function describeChange(place: string, tag: string, how: CodeChange['how']): string {
  if (how === 'changed') return `The lines of ${place} changed in ${tag}.`;
  if (how === 'gone') return `The file of ${place} is gone in ${tag}.`;
  if ('renamed' in how) return `The file of ${place} is "${how.renamed}" in ${tag}.`;
  return `The lines of ${place} cannot be compared with ${tag}, whose file the clone lacks.`;
}

/** Reports kept lines that are not those of their commit. */
export function alteredLock(place: string, commit: string, span: Span): Problem {
  return {
    code: 'altered-lock',
    severity: 'error',
    message: `The lines of ${place} in rostrum.lock are not those of the commit ${short(commit)}.`,
    hint: 'Run "npx rostrum lock", which reads them again.',
    span,
  };
}

/** Reports an entry that no slide shows. */
export function unusedLock(place: string, span: Span): Problem {
  return {
    code: 'unused-lock',
    severity: 'warning',
    message: `No slide shows ${place}.`,
    hint: '"npx rostrum lock" removes what is not shown.',
    span,
  };
}

/** Reports a lock or an entry that cannot be read. */
export function badLock(why: string, span: Span): Problem {
  return {
    code: 'bad-lock',
    severity: 'error',
    message: `rostrum.lock ${why}.`,
    hint: `It is written by a program. ${LOCK}, or take the file from an earlier commit.`,
    span,
  };
}

function short(commit: string): string {
  return commit.slice(0, 12);
}
