import type { Problem, Span } from '../model/problem.ts';

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
