import type { Problem, Span } from '../model/problem.ts';
import { nearestHint } from './hints.ts';

/** Reports a framed page of the project that refers to files, which are not published with it. */
export function pageNeedsFile(page: string, file: string, span: Span): Problem {
  return {
    code: 'page-needs-file',
    severity: 'warning',
    message: `The page "${page}" loads "${file}", which is not published with it.`,
    hint: 'Write styles, scripts and pictures into the page itself, or show it from the address where it is published.',
    span,
  };
}

/** Reports a frame that gives a page of the project the rights of the deck. */
export function forbiddenRight(right: string, span: Span): Problem {
  return {
    code: 'forbidden-right',
    severity: 'warning',
    message: `A page of the project may not have "${right}", so it is left out: its scripts would reach the deck.`,
    hint: 'Publish the page at another origin, and name that address.',
    span,
  };
}

/** Reports a reference of a drawing or style to an id that is not on its slide. */
export function unknownReference(id: string, ids: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-reference',
    severity: 'warning',
    message: `No element of this slide has the id "${id}".`,
    hint: nearestHint(
      id,
      ids,
      'Ids are local to a slide, so repeat the target on each slide that uses it',
    ),
    span,
  };
}
