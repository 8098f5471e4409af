import type { Problem, Span } from '../../model/problem.ts';

/** Reports a transition from a slide with which its own has nothing in common. */
export function idleTransition(hasBefore: boolean, span: Span): Problem {
  return {
    code: 'idle-transition',
    severity: 'warning',
    message: hasBefore
      ? 'Nothing glides onto this slide: it shares no heading and no id with the slide before.'
      : 'Nothing glides onto this slide: it is the first.',
    hint: 'Give the same heading to both, or the same id to elements of both: <!-- .element: id="queue" -->.',
    span,
  };
}

/** Reports what stands between versions of code and is none. */
export function notAVersion(span: Span): Problem {
  return {
    code: 'bad-versions',
    severity: 'error',
    message: 'Only code can be a version of code.',
    hint: 'Between "::: versions" and ":::" stand code fences and lines of "<<<". Write other text above or below them.',
    span,
  };
}

/** Reports versions of code of which there are fewer than two. */
export function fewVersions(count: number, span: Span): Problem {
  return {
    code: 'bad-versions',
    severity: 'warning',
    message: count === 0 ? 'This has no version of code.' : 'This is the only version of the code.',
    hint: 'Write a code fence for each version between "::: versions" and ":::".',
    span,
  };
}

/** Reports words after the name of the container for versions. */
export function versionsArgument(words: string, span: Span): Problem {
  return {
    code: 'bad-versions',
    severity: 'warning',
    message: `"${words}" has no meaning after "::: versions".`,
    hint: 'Give each code fence a title: {title="..."}.',
    span,
  };
}
