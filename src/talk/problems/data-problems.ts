import { hintOfDate } from './data/date-hints.ts';
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
