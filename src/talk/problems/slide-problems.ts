import { findNearestPath } from '../text/nearest.ts';
import type { Problem, Span } from '../model/problem.ts';
import { nearestHint, PATHS_HINT } from './hints.ts';

/** Reports a `src:` line with a missing file. */
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

/** Reports a file that looks like a talk where no talk is looked for. */
export function misplacedTalk(file: string, target: string, span: Span): Problem {
  return {
    code: 'misplaced-talk',
    severity: 'warning',
    message: `${file} begins as a talk does, but talks are the files slides/talks/NAME.md.`,
    hint: `Move it to ${target}, or show its slides in a talk with "src".`,
    span,
  };
}

/** Reports a `src:` line that leads back to a file being included. */
export function includeCycle(files: readonly string[], span: Span): Problem {
  return {
    code: 'include-cycle',
    severity: 'error',
    message: `The file includes itself: ${files.join(' > ')}.`,
    hint: 'Remove one of these "src" lines.',
    span,
  };
}

/** Reports a `src:` line with an unknown slide of its file. */
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

/** Reports a slide with its own text beside `src`. */
export function textBesideSrc(span: Span): Problem {
  return {
    code: 'text-beside-src',
    severity: 'error',
    message: 'The slide includes others with "src", so the text below it is not shown.',
    hint: 'Begin a new slide for the text, with "---" between.',
    span,
  };
}

/** Reports a key for included slides on a slide written in place. */
export function onlyBesideSrc(key: string, span: Span): Problem {
  return {
    code: 'only-beside-src',
    severity: 'error',
    message: `"${key}" changes a slide that "src" includes, but this slide is written here.`,
    hint:
      key === 'title'
        ? "Its title is its first heading. The talk's own is in the front matter at the top of the file, above all text."
        : `Take "${key}" out. Lists come one by one with "incremental: true".`,
    span,
  };
}

/** Reports two slides of a talk with the same id. */
export function duplicateId(id: string, first: string, span: Span): Problem {
  return {
    code: 'duplicate-id',
    severity: 'error',
    message: `Two slides of this talk are called "${id}"; the first is at ${first}.`,
    hint: 'Give one of them an "id" of its own in its front matter.',
    span,
  };
}

/** Reports an ambiguous id, which several slides have from their titles. */
export function ambiguousId(id: string, where: string, span: Span): Problem {
  return {
    code: 'ambiguous-id',
    severity: 'warning',
    message: `Several slides of ${where} have the title that makes "${id}"; the first of them is used.`,
    hint: `Give the slide that is meant an "id" of its own; the second is "${id}-2".`,
    span,
  };
}

/** Reports a talk without slides. */
export function noSlides(span: Span): Problem {
  return {
    code: 'no-slides',
    severity: 'error',
    message: 'The talk has no slides.',
    hint: 'Write one below the front matter, or include some with "src".',
    span,
  };
}

/** Reports a `src:` line with a file without slides. */
export function emptyInclude(path: string, span: Span): Problem {
  return {
    code: 'empty-include',
    severity: 'error',
    message: `The slide file ${path} contains no slides.`,
    hint: 'Write one in it, or remove this slide.',
    span,
  };
}

/** Reports two cuts with nothing between them. */
export function emptySlide(span: Span): Problem {
  return {
    code: 'empty-slide',
    severity: 'warning',
    message: 'There is nothing on this slide.',
    hint: 'Two lines "---" with nothing between make an empty slide; remove one of them.',
    span,
  };
}

/** Reports a link to a slide that is not in the talk. */
export function deadLink(id: string, ids: readonly string[], span: Span): Problem {
  return {
    code: 'dead-link',
    severity: 'warning',
    message: `No slide of this talk has the id "${id}".`,
    hint: nearestHint(id, ids, 'An id is the "id" of a slide, or the words of its title'),
    span,
  };
}

/** Reports includes that produce too many slides. */
export function tooManySlides(most: number, span: Span): Problem {
  return {
    code: 'too-many-slides',
    severity: 'error',
    message: `With this line more than ${most} slides come from other files.`,
    hint: 'Files that include each other more than once double the slides each time.',
    span,
  };
}

/** Reports a file that is not read because too many lines begin slides. */
export function tooManyCuts({ cuts, most }: { cuts: number; most: number }, span: Span): Problem {
  return {
    code: 'too-many-slides',
    severity: 'error',
    message: `This file has ${cuts} lines of "---"; a file with more than ${most} is not read.`,
    hint: 'Move slides into files of their own, and include those that a talk shows with "src:".',
    span,
  };
}

/** Reports a slide that is not drawn because of too much text. */
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
