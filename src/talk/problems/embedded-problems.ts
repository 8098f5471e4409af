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

/** Raw HTML holds text that is never seen. */
export function hiddenText(name: string, span: Span): Problem {
  return {
    code: 'hidden-text',
    severity: 'warning',
    message: `What "${name}" holds here is never seen, so it is left out: a page gives away all it holds.`,
    hint: 'Write it as notes, or as a remark: <!-- // ... -->.',
    span,
  };
}

/** A style makes text unseen in a way that leaves it in the page. */
export function keptText(what: string, span: Span): Problem {
  return {
    code: 'hidden-text',
    severity: 'warning',
    message: `What ${what} stays in the page, and a page gives away all it holds.`,
    hint: 'Write it as notes, or as a remark: <!-- // ... -->. What a rule hides by a class alone, such as ".later { display: none }", is left out.',
    span,
  };
}
