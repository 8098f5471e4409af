import { findNearestPath } from '../text/nearest.ts';
import type { Problem, Span } from '../model/problem.ts';
import { nearestHint, PATHS_HINT } from './hints.ts';

/** A `src:` line names a file that does not exist. */
export function missingInclude(path: string, paths: readonly string[], span: Span): Problem {
  const nearest = findNearestPath(path, paths);
  return {
    code: 'missing-include',
    severity: 'error',
    message: `There is no slide file "${path}".`,
    hint: nearest ? `Did you mean "${nearest}"?` : PATHS_HINT,
    span,
  };
}

/** A `src:` line leads back to a file that is being read. */
export function includeCycle(files: readonly string[], span: Span): Problem {
  return {
    code: 'include-cycle',
    severity: 'error',
    message: `The file includes itself: ${files.join(' > ')}.`,
    hint: 'Take one of these "src" lines out.',
    span,
  };
}

/** A `src:` line asks for a slide that its file does not hold. */
export function unknownSlide(
  id: string,
  ids: readonly string[],
  path: string,
  span: Span,
): Problem {
  return {
    code: 'unknown-slide',
    severity: 'error',
    message: `No slide of ${path} has the id "${id}".`,
    hint: nearestHint(id, ids, 'An id is the "id" of a slide, or the words of its title'),
    span,
  };
}

/** A slide has text of its own beside `src`. */
export function textBesideSrc(span: Span): Problem {
  return {
    code: 'text-beside-src',
    severity: 'error',
    message: 'The slide brings others in with "src", so the text below it is not shown.',
    hint: 'Begin a slide of its own for the text, with "---" between.',
    span,
  };
}

/** A key that changes an included slide is set on one that is written here. */
export function onlyBesideSrc(key: string, span: Span): Problem {
  return {
    code: 'only-beside-src',
    severity: 'error',
    message: `"${key}" changes a slide that "src" brings in, and this slide is written here.`,
    hint: key === 'title' ? 'Its title is its first heading.' : `Take "${key}" out.`,
    span,
  };
}

/** Two slides of a talk have the same id. */
export function duplicateId(id: string, first: string, span: Span): Problem {
  return {
    code: 'duplicate-id',
    severity: 'error',
    message: `Two slides of this talk are called "${id}"; the first is at ${first}.`,
    hint: 'Give one of them an "id" of its own in its front matter.',
    span,
  };
}

/** An id that several slides have from their titles is used to mean one of them. */
export function ambiguousId(id: string, where: string, span: Span): Problem {
  return {
    code: 'ambiguous-id',
    severity: 'warning',
    message: `Several slides of ${where} have the title that makes "${id}"; the first of them is taken.`,
    hint: `Give the slide that is meant an "id" of its own; the second is "${id}-2".`,
    span,
  };
}

/** A talk ends up without a slide. */
export function noSlides(span: Span): Problem {
  return {
    code: 'no-slides',
    severity: 'error',
    message: 'The talk has no slides.',
    hint: 'Write one below the front matter, or bring some in with "src".',
    span,
  };
}

/** A `src:` line names a file that holds no slides. */
export function emptyInclude(path: string, span: Span): Problem {
  return {
    code: 'empty-include',
    severity: 'error',
    message: `The slide file ${path} holds no slides.`,
    hint: 'Write one in it, or take this slide out.',
    span,
  };
}

/** Two cuts follow each other with nothing between them. */
export function emptySlide(span: Span): Problem {
  return {
    code: 'empty-slide',
    severity: 'warning',
    message: 'There is nothing on this slide.',
    hint: 'Two lines "---" with nothing between make an empty slide; take one of them out.',
    span,
  };
}

/** A link leads to a slide that is not in the talk. */
export function deadLink(id: string, ids: readonly string[], span: Span): Problem {
  return {
    code: 'dead-link',
    severity: 'warning',
    message: `No slide of this talk has the id "${id}".`,
    hint: nearestHint(id, ids, 'An id is the "id" of a slide, or the words of its title'),
    span,
  };
}

/** Files bring each other in so often that there is no end of slides. */
export function tooManySlides(most: number, span: Span): Problem {
  return {
    code: 'too-many-slides',
    severity: 'error',
    message: `With this line more than ${most} slides come from other files.`,
    hint: 'Files that include each other more than once double the slides each time.',
    span,
  };
}

/** Reports a file that is not read because too many of its lines begin slides. */
export function tooManyCuts({ cuts, most }: { cuts: number; most: number }, span: Span): Problem {
  return {
    code: 'too-many-slides',
    severity: 'error',
    message: `This file has ${cuts} lines of "---"; a file with more than ${most} is not read.`,
    hint: 'Move slides into files of their own, and bring those that a talk shows in with "src:".',
    span,
  };
}

/** A slide holds so much text that it is not drawn. */
export function slideTooLong(
  { lines, most, isCode }: { lines: number; most: number; isCode: boolean },
  span: Span,
): Problem {
  return {
    code: 'slide-too-long',
    severity: 'error',
    message: `This slide holds ${lines} lines of text; with more than ${most} it is not drawn.`,
    hint: isCode
      ? 'Show the lines that you speak about: {startLine=26} gives them their true numbers.'
      : 'A slide has room for some thirty lines. Show less, or make several slides of it.',
    span,
  };
}
