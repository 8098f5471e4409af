import type { Problem, Span } from '../../model/problem.ts';

const SOURCE_HINT = 'The slide shows its source.';

/** Reports a formula that cannot be typeset. */
export function brokenFormula(why: string, span: Span, hint = SOURCE_HINT): Problem {
  return {
    code: 'broken-formula',
    severity: 'error',
    message: `This formula cannot be typeset: ${why}`,
    hint,
    span,
  };
}

/** Reports a command that no formula has; `nearest` is a similar one. */
export function unknownCommand(name: string, nearest: string | undefined, span: Span): Problem {
  return {
    code: 'unknown-command',
    severity: 'error',
    message: `No command of formulas is called "${name}".`,
    hint: nearest
      ? `Did you mean "${nearest}"?`
      : 'Commands of your own are defined below "macros:" in the front matter of the talk.',
    span,
  };
}

/** Reports a command that formulas may not use. */
export function forbiddenCommand(name: string, span: Span): Problem {
  const isDefinition = DEFINITIONS.test(name);
  return {
    code: 'forbidden-command',
    severity: 'error',
    message: isDefinition
      ? `"${name}" defines a command within a formula, where nothing else could use it.`
      : `"${name}" is left out of formulas, because it adds links, files or attributes to the page.`,
    hint: isDefinition
      ? 'Define the command below "macros:" in the front matter of the talk.'
      : 'Use Markdown outside the formula: [words](https://…) or ![words](file.png).',
    span,
  };
}

/** Reports a formula that is wider than a slide at the smallest size. */
export function wideFormula(times: number, span: Span): Problem {
  return {
    code: 'wide-formula',
    severity: 'warning',
    message: `This formula is ${times.toFixed(1)} times as wide as a slide, even in the smallest letters.`,
    hint: 'Break it into rows: \\begin{aligned} … \\\\ … \\end{aligned}.',
    span,
  };
}

/** Reports a `$$` that begins a paragraph and is not followed by another. */
export function unclosedFormula(span: Span): Problem {
  return {
    code: 'unclosed-formula',
    severity: 'warning',
    message: 'A "$$" begins a formula here, and no "$$" in the same paragraph ends it.',
    hint: 'Close it with "$$". Two dollar signs are written "\\$\\$".',
    span,
  };
}

/** Reports a formula where KaTeX is not installed. */
export function missingKatex(span: Span): Problem {
  return {
    code: 'missing-katex',
    severity: 'error',
    message: 'This slide shows the source of a formula, because KaTeX is not installed.',
    hint: 'Install it with "npm i katex@0.16", then start Rostrum again.',
    span,
  };
}

const DEFINITIONS = /def$|command|let$|global|long$/;
