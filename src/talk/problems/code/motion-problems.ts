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

/** Reports content between versions of code that is not code. */
export function notAVersion(span: Span): Problem {
  return {
    code: 'bad-versions',
    severity: 'error',
    message: 'Only code can be a version of code.',
    hint: 'Between "::: versions" and ":::" stand code fences and lines of "<<<". Write other text above or below them.',
    span,
  };
}

/** Reports fewer than two versions of code. */
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

/** Reports marked lines that the camera cannot show at a size that can be read. */
export function cameraTooLong(
  { first, last, most }: { first: number; last: number; most: number },
  span: Span,
): Problem {
  return {
    code: 'camera-too-long',
    severity: 'error',
    message: `Lines ${first} to ${last} have no room on the slide at 18 px, the smallest size; some ${most} lines do.`,
    hint: 'Mark fewer lines in this step, or make two steps of it.',
    span,
  };
}

/** Reports a line of code that has no room on the slide by itself. */
export function lineTooLong(line: number, span: Span): Problem {
  return {
    code: 'camera-too-long',
    severity: 'warning',
    message: `Line ${line} is so long that the slide shows only its beginning, at 18 px, the smallest size.`,
    hint: 'Break the line, or show the part that matters.',
    span,
  };
}

/** Reports marked lines that have no room on a printed page. */
export function paperTooShort(span: Span): Problem {
  return {
    code: 'camera-too-long',
    severity: 'warning',
    message: 'All marked lines together have no room on one printed page.',
    hint: 'Print with --steps has a page for each step. Or show the parts on several slides.',
    span,
  };
}

/** Reports a camera that has nothing to do. */
export function idleCamera(span: Span): Problem {
  return {
    code: 'idle-camera',
    severity: 'warning',
    message: 'The camera has nowhere to go in this code.',
    hint: 'It needs marked lines, {10-20|120-140}, in code that stands on the slide by itself, not in a column or another container.',
    span,
  };
}
