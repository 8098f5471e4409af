import * as v from 'valibot';
import { printPath } from '../../../talk/data/dataset/dataset-file.ts';
import { isWebAddress } from '../../../talk/data/record.ts';
import { INTERVAL_FORMS, toMilliseconds } from '../../../talk/text/duration.ts';
import { describeIssue, issuePath } from '../../../talk/data/dataset/row-schema.ts';

const interval = v.pipe(
  v.string(),
  v.check((text) => toMilliseconds(text) !== null, INTERVAL_FORMS),
);

/** What every recipe has to declare about its source. */
const DECLARED = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  source: v.object({
    name: v.string(),
    url: v.pipe(
      v.string(),
      v.check((text) => isWebAddress(text), 'it is no web address'),
    ),
    licence: v.string(),
  }),
  minInterval: interval,
  updatePeriod: interval,
  staleAfter: interval,
  needs: v.optional(v.array(v.string())),
  userAgent: v.optional(v.string()),
  ask: v.union([v.function(), v.record(v.string(), v.unknown())]),
  parse: v.function(),
});

/** Reports what a recipe's `refresh` lacks or declares wrongly; null when it is valid. */
export function findRecipeFault(refresh: unknown): string | null {
  const result = v.safeParse(DECLARED, refresh);
  if (result.success) return null;
  const [issue] = result.issues;
  return `refresh.${printPath(issuePath(issue))} ${describeIssue(issue)}`;
}

const REQUEST = v.union([
  v.looseObject({
    url: v.string(),
    format: v.picklist(['json', 'json-lines', 'toml', 'html', 'text']),
  }),
  v.looseObject({ tree: v.string(), shortlog: v.looseObject({ to: v.string() }) }),
  v.looseObject({ tree: v.string(), titles: v.array(v.string()) }),
  v.looseObject({ tree: v.string(), lines: v.looseObject({ file: v.string() }) }),
]);

const ROWS = v.array(v.record(v.string(), v.unknown()));
const FRESH = v.union([
  v.looseObject({ rows: ROWS }),
  v.looseObject({ asOf: v.string(), table: ROWS }),
]);

/** Reports an invalid request of a recipe; null when all are valid. */
export function findRequestFault(requests: Readonly<Record<string, unknown>>): string | null {
  const wrong = Object.entries(requests).find(([, request]) => !v.is(REQUEST, request));
  if (!wrong) return null;
  return `refresh.ask: "${wrong[0]}" is no request, which has a "url" and a "format", or asks a "tree"`;
}

/** Reports what is wrong with the result of `parse`; null when it is valid. */
export function findFreshFault(fresh: unknown): string | null {
  if (v.is(FRESH, fresh)) return null;
  const what = fresh instanceof Promise ? 'a promise' : fresh === undefined ? 'nothing' : 'no rows';
  return `refresh.parse gave ${what}; it should give { rows } or { asOf, table }`;
}
