import type { Problem, Span } from '../../model/problem.ts';

/** Reports a part of a stylesheet that browsers skip. */
export function brokenCss({ what, hint }: { what: string; hint: string }, span: Span): Problem {
  return { code: 'broken-css', severity: 'error', message: `${what}.`, hint, span };
}

/** Reports Markdown that is read as text because a sign is missing. */
export function unreadMarkdown(what: string, hint: string, span: Span): Problem {
  return {
    code: 'unread-markdown',
    severity: 'warning',
    message: `This is shown as text: ${what}.`,
    hint,
    span,
  };
}
