import type { Problem, Span } from '../model/problem.ts';
import { nearestHint } from './hints.ts';

/** A page of the project in a frame names files beside it, which are not published with it. */
export function pageNeedsFile(page: string, file: string, span: Span): Problem {
  return {
    code: 'page-needs-file',
    severity: 'warning',
    message: `The page "${page}" loads "${file}", which is not published with it.`,
    hint: 'Write styles, scripts and pictures into the page itself, or show it from the address where it is published.',
    span,
  };
}

/** A frame gives a page of the project the rights of the deck. */
export function forbiddenRight(right: string, span: Span): Problem {
  return {
    code: 'forbidden-right',
    severity: 'warning',
    message: `A page of the project may not have "${right}", so it is left out: its scripts would reach the deck.`,
    hint: 'Publish the page at another origin, and name that address.',
    span,
  };
}

/** A drawing or a style refers to an id that no element of its slide has. */
export function unknownReference(id: string, ids: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-reference',
    severity: 'warning',
    message: `No element of this slide has the id "${id}".`,
    hint: nearestHint(
      id,
      ids,
      'Ids hold for one slide, so repeat what this refers to on each slide that uses it',
    ),
    span,
  };
}
