import type { IsoDate } from '../../model/dataset.ts';
import type { Problem, Span } from '../../model/problem.ts';

/** Reports a day in the dates of a slide that is not after the one before it. */
export function unorderedDates(date: IsoDate, span: Span): Problem {
  return {
    code: 'unordered-dates',
    severity: 'error',
    message: `"${date}" is not later than the date before it.`,
    hint: 'List the dates of a slide in order, the earliest first, each once.',
    span,
  };
}

/** Reports a date of a slide after the day of the talk's data. */
export function dateAfterTalk(date: IsoDate, asOf: IsoDate, span: Span): Problem {
  return {
    code: 'date-after-talk',
    severity: 'warning',
    message: `The data of this talk are as of ${asOf}, so the slide is not shown as of ${date}.`,
    hint: 'Take out the date, or set a later "asOf" or "date" for the talk. The day of the talk comes last by itself.',
    span,
  };
}

/** Reports a date at which a part of the slide has nothing to show; the cause says why. */
export function nothingAtDate(date: IsoDate, cause: Problem, span: Span): Problem {
  const part = cause.span ? `line ${cause.span.line} of ${cause.span.file}` : 'the slide';
  return {
    code: 'nothing-at-date',
    severity: 'error',
    message: `As of ${date}, ${part} cannot be shown. ${cause.message}`,
    hint: 'Begin the dates of the slide later, or take the part out.',
    span,
  };
}

/** Reports dates of a slide on which nothing depends on the date. */
export function datesWithoutData(span: Span): Problem {
  return {
    code: 'dates-without-data',
    severity: 'error',
    message: 'Nothing on this slide changes with its dates.',
    hint: 'Dates are for slides with figures, charts, timelines, tables of datasets, or values such as {{ dataset.column }}.',
    span,
  };
}

/** Names a value that stays as it was when its page was built. */
export function describeStill(expression: string): string {
  return `The value "${expression}" (in code, in a drawing, in the words of a picture, in a QR code or in a block without a "live" module)`;
}

/** Reports a part of a slide with dates that pages cannot compute for another day. */
export function stillAtDates(what: string, span: Span): Problem {
  return {
    code: 'still-at-dates',
    severity: 'error',
    message: `${what} cannot follow the dates of its slide.`,
    hint: 'Put it on a slide without dates. A block of your own follows them with a "live" module.',
    span,
  };
}

/** Reports a dataset whose earlier states are too large for a page; an error where a slide has dates and needs them. */
export function largeHistory(
  dataset: string,
  { kilobytes, limit, isNeeded }: { kilobytes: number; limit: number; isNeeded: boolean },
  span: Span,
): Problem {
  return {
    code: 'large-history',
    severity: isNeeded ? 'error' : 'warning',
    message: `The earlier states of "${dataset}" take ${kilobytes} kB, so what shows them stays at the day of the talk.`,
    hint: `Pages hold at most ${limit} kB of the earlier states of a dataset: split it, or drop old editions.`,
    span,
  };
}
