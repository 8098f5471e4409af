import type { Problem, Span } from '../../model/problem.ts';
import { namesHint } from '../hints.ts';

/** Reports a value with an object, or a list of objects, as its cell. */
export function notAValue(name: string, columns: readonly string[], span: Span): Problem {
  const inside = columns.length > 0 ? `It holds ${columns.join(', ')}. ` : '';
  return {
    code: 'not-a-value',
    severity: 'error',
    message: `"${name}" is not a single value that can be printed.`,
    hint: `${inside}Add a dot and a column.`,
    span,
  };
}

/** Reports a value in a place where values are not filled in. */
export function unfilledValue(written: string, span: Span): Problem {
  return {
    code: 'unfilled-value',
    severity: 'warning',
    message: `Values are not filled in here, so "${written}" is shown as it is written.`,
    hint: 'Values are for the words of a slide, captions and alternative texts. Addresses, attributes of HTML and titles of code, links and windows have none.',
    span,
  };
}

/** Reports a filter with a value that is not a number. */
export function notANumber(filter: string, found: string, span: Span): Problem {
  return {
    code: 'not-a-number',
    severity: 'error',
    message: `"${filter}" needs two numbers, but found ${found}.`,
    hint: '"ago" works with any column.',
    span,
  };
}

/** Reports growth from a figure of zero or below. */
export function noGrowthFromZero(span: Span): Problem {
  return {
    code: 'growth-from-zero',
    severity: 'error',
    message: 'The earlier figure is not above zero, and nothing grows from there by a percentage.',
    hint: 'Use "change" for the difference.',
    span,
  };
}

/** Reports an invalid value expression. */
export function badValue(expected: string, span: Span): Problem {
  return {
    code: 'bad-value',
    severity: 'error',
    message: `The value cannot be read here: expected ${expected}.`,
    hint: 'A value looks like {{ dataset.column | ago 1y | compact }} or {{ dataset["row"].column }}.',
    span,
  };
}

/** A duration is written with an "m", which is read as the one unit that it can mean there. */
export function oldUnit(renewed: string, unit: 'minutes' | 'months', span: Span): Problem {
  return {
    code: 'old-unit',
    severity: 'warning',
    message: `Here "m" is read as ${unit}, but it is no longer a unit of its own.`,
    hint: `Write "${renewed}": "min" is minutes and "mo" is months.`,
    span,
  };
}

/** Reports a word after "|" that is neither a filter nor a format. */
export function unknownFormat(name: string, names: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-format',
    severity: 'error',
    message: `No format is called "${name}".`,
    hint: namesHint(name, names, 'Formats and filters'),
    span,
  };
}

/** Reports an unknown filter with arguments. */
export function unknownFilter(name: string, names: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-filter',
    severity: 'error',
    message: `No filter is called "${name}".`,
    hint: namesHint(name, names, 'Filters'),
    span,
  };
}

/** Reports a format that does not suit the value. */
export function wrongFormat(format: string, found: string, span: Span): Problem {
  return {
    code: 'wrong-format',
    severity: 'error',
    message: `The format "${format}" cannot write ${found}.`,
    hint: hintOfFormat(format, found),
    span,
  };
}

function hintOfFormat(format: string, found: string): string {
  if (format === 'words')
    return 'words writes what growth found, behind it: {{ dataset.column | growth 1y | words }}.';
  return /^"[\s\d.,%€$£+-]*\d[\s\d.,%€$£+-]*"$/.test(found)
    ? 'Its cell is a text. In the data file write numbers without quotes, commas and units: 1536.'
    : 'date, month and year write dates; number, compact, percent and signed write numbers.';
}

/** Reports unclosed braces of a value. */
export function unclosedValue(span: Span): Problem {
  return {
    code: 'unclosed-value',
    severity: 'error',
    message: 'These braces open a value that is not closed in the same paragraph.',
    hint: 'End it with "}}", or write "\\{{" for the braces themselves.',
    span,
  };
}
