import type { Problem, Span } from '../model/problem.ts';

/** Rows that share one place of a drawing, which has room for one. */
export interface SharedPlace {
  /** The block that shows them. */
  block: 'chart' | 'figure';
  dataset: string;
  /** Where they are, as the drawing names it: `are "2024"`, `have no date`. */
  place: string;
  /** How many rows share it. */
  count: number;
  /** A column in which they differ, and one of its cells as the author writes it; null where they are equal. */
  differ: { column: string; cell: string } | null;
  /** The key that separates rows by a column; null where the drawing has none that is free. */
  key: string | null;
}

/** Reports rows of which a drawing could show only one. */
export function ambiguousRows(about: SharedPlace, span: Span): Problem {
  const { block, dataset, place, count, differ } = about;
  const cause = differ ? `They differ in "${differ.column}".` : 'Nothing tells them apart.';
  return {
    code: 'ambiguous-rows',
    severity: 'error',
    message: `${count} rows of "${dataset}" ${place}, where the ${block} can show one. ${cause}`,
    hint: hintOf(about),
    span,
  };
}

/** A value at or below zero in a chart with a logarithmic axis. */
export interface NotPositive {
  dataset: string;
  series: string;
  place: string;
  value: number;
}

/** Reports a value that has no place on a logarithmic axis. */
export function notPositive(found: NotPositive, span?: Span): Problem {
  const { dataset, series, place, value } = found;
  return {
    code: 'not-positive',
    severity: 'error',
    message: `"${series}" of "${dataset}" is ${value} at "${place}", which has no place on a logarithmic axis.`,
    hint: 'Leave out "scale: log", or choose rows above zero with "where".',
    ...(span ? { span } : {}),
  };
}

/** Reports lines of a slope that have no value at its dates. */
export function noEnds(
  {
    dataset,
    names,
    dates,
  }: { dataset: string; names: readonly string[]; dates: readonly string[] },
  span: Span,
): Problem {
  const [first = ''] = names;
  const others = names.length === 1 ? '' : ` and ${names.length - 1} more`;
  return {
    code: 'nothing-to-show',
    severity: 'warning',
    message: `The slope does not draw "${first}"${others} of "${dataset}", without a value at ${dates.join(' and ')}.`,
    hint: 'A slope shows the first and the last date: choose others with "where" or "limit", or draw lines.',
    span,
  };
}

/** Reports names between the two that a slope draws. */
export function betweenEnds(
  { count, names }: { count: number; names: readonly string[] },
  span: Span,
): Problem {
  const [first = '', last = ''] = names;
  const others = count === 1 ? 'the name' : `the ${count} names`;
  return {
    code: 'too-much-to-show',
    severity: 'warning',
    message: `The slope draws "${first}" and "${last}", and not ${others} between them.`,
    hint: 'Choose two names with "where", or show all of them in a chart of type dot or column.',
    span,
  };
}

/** Reports names below a chart of which only some have room; all of them are in its table. */
export function namesLeftOut(
  { count, most }: { count: number; most: number },
  span: Span,
): Problem {
  return {
    code: 'too-much-to-show',
    severity: 'warning',
    message: `The chart cannot write the ${count} names below it in text that can be read from the last row: ${most} fit.`,
    hint: `Show fewer with "limit: ${most}" or "where", or make several charts of them. Until then, only some names are written.`,
    span,
  };
}

/** Reports small charts whose values cannot be told apart beside the large ones of another. */
export function flatFacets(
  { flat, high, times }: { flat: readonly string[]; high: string; times: number },
  span: Span,
): Problem {
  const [first = ''] = flat;
  const look = flat.length === 1 ? 'looks' : `and ${flat.length - 1} more look`;
  return {
    code: 'flat-facets',
    severity: 'warning',
    message: `The small charts have one axis, on which "${first}" ${look} flat: the values of "${high}" reach ${times} times as far.`,
    hint: `Leave "${high}" out with "where", draw it in a chart of its own, or show shares or growth.`,
    span,
  };
}

function hintOf({ differ, key, dataset }: SharedPlace): string {
  if (!differ) return `Remove rows from "${dataset}", or add a column that tells them apart.`;
  const where = `"where: { ${differ.column}: ${differ.cell} }"`;
  const filter = `choose the rows of one with ${where}.`;
  if (key === null) return `${filter.charAt(0).toUpperCase()}${filter.slice(1)}`;
  return `Draw all of them with "${key}: ${differ.column}", or ${filter}`;
}

/** Reports rows that cannot be sorted into periods, or of which none is the newest. */
export function noPeriods(dataset: string, why: string, hint: string, span: Span): Problem {
  return {
    code: 'no-periods',
    severity: 'error',
    message: `The rows of "${dataset}" ${why}.`,
    hint,
    span,
  };
}

/** Reports a cell among dates that is none, so that a chart would show all of them as names. */
export function wrongDate(column: string, dataset: string, found: string, span: Span): Problem {
  return {
    code: 'wrong-cell',
    severity: 'error',
    message: `Column "${column}" of "${dataset}" has dates, but contains "${found}".`,
    hint: 'Write dates as 2024-09-18, 2024-09-18T14:05 or 2024-09-18T14:05Z, by the calendar and a clock of 24 hours.',
    span,
  };
}
