import type { Problem, Span } from '../../model/problem.ts';

/** Reports the mark of a footnote whose text is not on its slide. */
export function unknownFootnote(label: string, span: Span, meant?: string): Problem {
  return {
    code: 'unknown-footnote',
    severity: 'warning',
    message: `The footnote "[^${label}]" has no text on this slide, so its mark is shown as it is written.`,
    hint:
      meant === undefined
        ? `Write "[^${label}]: text" on the same slide, above its speaker notes.`
        : `Did you mean "[^${meant}]"?`,
    span,
  };
}

/** Reports the text of a footnote that has no mark on its slide. */
export function unusedFootnote(label: string, span: Span): Problem {
  return {
    code: 'unused-footnote',
    severity: 'warning',
    message: `The footnote "[^${label}]" is marked nowhere on this slide, so it is left out.`,
    hint: `Write "[^${label}]" behind the words that it is about.`,
    span,
  };
}

/** Reports a second text of a footnote. */
export function duplicateFootnote(label: string, first: Span, span: Span): Problem {
  return {
    code: 'duplicate-footnote',
    severity: 'warning',
    message: `The footnote "[^${label}]" has a text in line ${first.line} already, so this one is left out.`,
    hint: 'Give it another label, or make it a second paragraph of the first, with four spaces before it.',
    span,
  };
}

/** Reports a definition without a term. */
export function definitionWithoutTerm(span: Span): Problem {
  return {
    code: 'definition-without-term',
    severity: 'warning',
    message: 'This definition has no term above it, so it is shown as it is written.',
    hint: 'Write the term as a paragraph of one line right above it, or "\\:" for a colon.',
    span,
  };
}
