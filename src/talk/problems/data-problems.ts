import { LARGE_DATA_HINT } from './data/large-data.ts';
import type { Problem, Span } from '../model/problem.ts';
import { nearestHint } from './hints.ts';

/** Reports a data file that is not valid JSON. */
export function badJson(what: string, span: Span, hint?: string): Problem {
  return {
    code: 'bad-json',
    severity: 'error',
    message: `${what}.`,
    hint:
      hint ??
      'Data files are strict JSON: double quotes, no comments, no comma after the last item.',
    span,
  };
}

/** Reports a duplicate key of an object in a data file. */
export function duplicateKey(key: string, span: Span): Problem {
  return {
    code: 'duplicate-key',
    severity: 'error',
    message: `The key "${key}" appears twice here, and only one would be used.`,
    hint: 'Remove one of them.',
    span,
  };
}

/** Reports a value that does not match the recipe's schema. */
export function schemaMismatch(path: string, what: string, span: Span): Problem {
  return {
    code: 'schema-mismatch',
    severity: 'error',
    message: `"${path}" ${what}.`,
    hint: 'The recipe, the .ts file beside the dataset, defines the rows; null means "not known" where it is allowed.',
    span,
  };
}

/** Reports a row with a source that the dataset does not list. */
export function unknownSource(id: string, ids: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-source',
    severity: 'error',
    message: `The dataset lists no source "${id}".`,
    hint: nearestHint(id, ids, 'Sources are the keys of "sources"'),
    span,
  };
}

/** Reports rows without a source. */
export function noSource(dataset: string, span: Span, hint?: string): Problem {
  return {
    code: 'no-source',
    severity: 'warning',
    message: `The rows of "${dataset}" do not say where they come from.`,
    hint: hint ?? 'Wrap them: {"title": "...", "sources": {"id": {"name": "..."}}, "rows": [...]}.',
    span,
  };
}

/** Reports a mistake in the live settings of a dataset. */
export function badLive(what: string, span: Span): Problem {
  return {
    code: 'bad-live',
    severity: 'error',
    message: `${what}.`,
    hint: 'Write "live": {"interval": "10min"}, optionally with the "url" or "stream" of its own source.',
    span,
  };
}

/** Reports a link in a data file that is not a web address. */
export function badUrl(url: string, span: Span): Problem {
  return {
    code: 'bad-url',
    severity: 'error',
    message: `"${url}" is not an http or https address.`,
    hint: 'Links in data must be web addresses.',
    span,
  };
}

/** Reports a text in a data file that is too long to show. */
export function textTooLong(most: number, span: Span): Problem {
  return {
    code: 'text-too-long',
    severity: 'error',
    message: `A text in a data file has at most ${most} characters.`,
    hint: 'Long texts belong on slides or in notes.',
    span,
  };
}

const KEEP_SHOWN = 'Keep what talks show, and move the rest out of the project.';

/** Reports a file that exceeds the size limit, alone or together with the files before it. */
export function fileTooLarge(
  { size, most, isSum }: { size: number; most: number; isSum: boolean },
  span: Span,
): Problem {
  const toMegabytes = (bytes: number): string => `${Math.ceil(bytes / 1_000_000)} MB`;
  const what = isSum ? 'With this file the slides of the project have' : 'This file has';
  const bound = isSum ? 'more than' : 'files of more than';
  return {
    code: 'text-too-long',
    severity: 'error',
    message: `${what} ${toMegabytes(size)}; ${bound} ${toMegabytes(most)} are not read.`,
    hint: span.file.startsWith('data/') ? LARGE_DATA_HINT : KEEP_SHOWN,
    span,
  };
}

/** Reports an invalid date. */
export function badDate(text: string, span: Span): Problem {
  return {
    code: 'bad-date',
    severity: 'error',
    message: `"${text}" is not a date.`,
    hint: hintOfDate(text),
    span,
  };
}

const WHOLE = /^\d{4}-\d\d(?:-\d\d)?$/;
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** Converts a date that is written in another form, where it can be read in one way only; null for others. */
export function toIsoDate(written: string): string | null {
  // Word processors make long dashes of hyphens.
  const text = written.replaceAll(/[\u2010-\u2015\u2212]/g, '-');
  if (text !== written && WHOLE.test(text)) return text;
  const [, early = '', month = '', late = ''] =
    /^(\d{1,2}(?:st|nd|rd|th)?\.?|\d{4})?[\s-]*([A-Za-z]{3})[a-z]*\.?[\s,-]*(.*)$/.exec(text) ?? [];
  const at = MONTHS.indexOf(month.toLowerCase());
  if (month !== '' && at >= 0 && at % 3 === 0) {
    const numbers = [early, ...late.split(/[\s,]+/)].map((part) => Number.parseInt(part, 10));
    const year = numbers.find((number) => number > 31);
    const day = numbers.find((number) => number >= 1 && number <= 31);
    if (year === undefined) return null;
    return [year, pad(at / 3 + 1), ...(day === undefined ? [] : [pad(day)])].join('-');
  }
  const [, a = '', b = '', year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  const [first, second] = [Number(a), Number(b)];
  // Dots stand between day and month; slashes can be read in two ways.
  if (year !== undefined && second <= 12 && (text.includes('.') || first > 12)) {
    return `${year}-${pad(second)}-${pad(first)}`;
  }
  if (year !== undefined && first <= 12 && second > 12)
    return `${year}-${pad(first)}-${pad(second)}`;
  const [, y, m = '', d = ''] = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/.exec(text) ?? [];
  return y === undefined ? null : `${y}-${pad(Number(m))}-${pad(Number(d))}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

const TIME = /^\d{4}-\d\d-\d\d[T ](\d\d?):(\d\d)/;
const OFFSET_ALONE = /^(\d{4}-\d\d-\d\d)T?(Z|[+-]\d\d(?::?\d\d)?)$/;
const YEAR = /^\d{4}$/;

function hintOfDate(text: string): string {
  const forms = 'Dates are written 2024-09-18, and in data also 2024-09 or 2024';
  const [, hours, minutes = ''] = TIME.exec(text) ?? [];
  if (Number(hours) > 23 || Number(minutes) > 59)
    return `There is no time ${hours}:${minutes}. Times of day are 00:00 to 23:59.`;
  if (hours !== undefined)
    return 'Times are written 2024-09-18T14:05, 2024-09-18T14:05Z or 2024-09-18T14:05+02:00.';
  const [, day, offset] = OFFSET_ALONE.exec(text) ?? [];
  if (day !== undefined) return `An offset follows a time, as in "${day}T14:05${offset}".`;
  const written = toIsoDate(text);
  if (written !== null) return `${forms}. Write "${written}".`;
  const [first] = /^\d{4}-\d\d-\d\d(?=\s*(?:to|until|–|-|\/|,|\s)\s*\d)/.exec(text) ?? [];
  if (first !== undefined) return `A talk and a row have one day. Write "${first}".`;
  const [, year, quarter] = /^(\d{4})[- ]?Q([1-4])$/i.exec(text) ?? [];
  if (year !== undefined)
    return `${forms}. Write the last month of the quarter: "${year}-${pad(Number(quarter) * 3)}".`;
  const [, month] = /^\d{4}-(\d\d)-\d\d$/.exec(text) ?? [];
  if (month !== undefined && Number(month) > 12)
    return `${forms}: there is no month ${month}. The order is year, month, day.`;
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return `Here a date has a day: "${text}-01".`;
  // Such a text is a date, so the author wrote a number.
  return YEAR.test(text) ? `${forms}, all in quotes: "${text}".` : `${forms}.`;
}

/** Reports a row without a source in a dataset with several. */
export function noRowSource(span: Span): Problem {
  return {
    code: 'no-row-source',
    severity: 'warning',
    message: 'This row does not say which of the sources it comes from.',
    hint: 'Give it "source": the id of one of "sources".',
    span,
  };
}
