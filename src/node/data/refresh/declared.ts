import * as v from 'valibot';
import { findNearest } from '../../../talk/text/nearest.ts';
import { INTERVAL_FORMS, toMilliseconds } from '../../../talk/text/duration.ts';
import { isPartialDate } from '../../../talk/data/date.ts';
import { isTable, type Fresh } from '../../../talk/data/update/refresh-context.ts';
import { ANSWER_FORMATS, SOURCE_KINDS } from '../../../talk/data/update/request.ts';

const text = v.pipe(v.string(), v.minLength(1));
const ANSWER = {
  format: v.picklist(ANSWER_FORMATS),
  shape: v.optional(v.unknown()),
  decimal: v.optional(v.picklist(['point', 'comma'])),
  encoding: v.optional(text),
};
const timeout = v.optional(
  v.pipe(
    v.string(),
    v.check((value) => toMilliseconds(value) !== null, INTERVAL_FORMS),
  ),
);
const QUERY = {
  query: text,
  values: v.optional(v.array(v.nullable(v.union([v.string(), v.number(), v.boolean()])))),
  shape: v.optional(v.unknown()),
  timeout,
};
const page = {
  rows: v.optional(text),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200))),
};
const NEXT = v.variant('by', [
  v.strictObject({ by: v.literal('link'), from: v.optional(text), ...page }),
  v.strictObject({
    by: v.literal('cursor'),
    from: text,
    into: text,
    more: v.optional(text),
    ...page,
  }),
  v.strictObject({ by: v.literal('page'), into: text, first: v.optional(v.number()), ...page }),
]);
const NAME = /^env:[A-Za-z_]\w*$/;

const REQUESTS: Record<(typeof SOURCE_KINDS)[number], v.ObjectEntries> = {
  url: {
    url: v.string(),
    ...ANSWER,
    auth: v.optional(v.tuple([text, text])),
    headers: v.optional(v.record(v.string(), v.string())),
    body: v.optional(v.unknown()),
    next: v.optional(NEXT),
    isOptional: v.optional(v.boolean()),
    clone: v.optional(v.object({ tree: text, revision: text, file: text })),
  },
  tree: {
    tree: v.string(),
    shortlog: v.optional(v.looseObject({ to: v.string() })),
    history: v.optional(v.looseObject({ to: v.string() })),
    titles: v.optional(v.array(v.string())),
    lines: v.optional(v.looseObject({ file: v.string() })),
  },
  file: { file: text, ...ANSWER },
  command: {
    command: v.pipe(v.array(v.string()), v.minLength(1)),
    ...ANSWER,
    env: v.optional(v.array(text)),
    timeout,
  },
  sqlite: { sqlite: text, ...QUERY },
  postgres: {
    postgres: v.pipe(v.string(), v.regex(NAME, 'it is "env:" and the name of a variable')),
    ...QUERY,
  },
  duckdb: {
    duckdb: v.record(
      v.pipe(v.string(), v.regex(/^[a-z]\w*$/i, 'a table has a name of letters')),
      text,
    ),
    ...QUERY,
  },
};

const ROWS = v.array(v.record(v.string(), v.unknown()));
const FRESH = v.union([
  v.looseObject({ rows: ROWS }),
  v.looseObject({ asOf: v.string(), table: ROWS }),
]);

/** Reports an invalid request of a recipe; null when all are valid. */
export function findRequestFault(requests: Readonly<Record<string, unknown>>): string | null {
  for (const [name, request] of Object.entries(requests)) {
    const fault = findFault(request);
    if (fault !== null) return `refresh.ask: "${name}" ${fault}`;
  }
  return null;
}

function findFault(request: unknown): string | null {
  const keys = typeof request === 'object' && request !== null ? Object.keys(request) : [];
  const kinds = SOURCE_KINDS.filter((kind) => keys.includes(kind));
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1)
    return `is no request, which has one of ${SOURCE_KINDS.join(', ')}`;
  const entries = REQUESTS[kind];
  // An unknown key would be ignored.
  const known = Object.keys(entries);
  const unknown = keys.find((key) => !known.includes(key));
  if (unknown !== undefined) return describeUnknown(unknown, known);
  const [issue] = v.safeParse(v.object(entries), request).issues ?? [];
  if (!issue) return kind === 'tree' && keys.length < 2 ? 'asks a "tree" for nothing' : null;
  return `has a wrong "${v.getDotPath(issue) ?? kind}": ${issue.message}`;
}

function describeUnknown(key: string, known: readonly string[]): string {
  const nearest = findNearest(key, known);
  const what = nearest ? `did you mean "${nearest}"` : `a request may have ${known.join(', ')}`;
  return `has the key "${key}"; ${what}`;
}

/** Reports what is wrong with the result of `parse`; null when it is valid. */
export function findFreshFault(fresh: unknown): string | null {
  if (v.is(FRESH, fresh)) return null;
  const what = fresh instanceof Promise ? 'a promise' : fresh === undefined ? 'nothing' : 'no rows';
  return `refresh.parse gave ${what}; it should give { rows } or { asOf, table }`;
}

/** Reports the first malformed date of new rows; null when all are dates. */
export function findDateFault(fresh: Fresh): string | null {
  const rows = isTable(fresh) ? [{ asOf: fresh.asOf }, ...fresh.table] : fresh.rows;
  const wrong = rows.find(({ asOf }) => asOf !== undefined && !isPartialDate(asOf));
  return wrong ? `${JSON.stringify(wrong.asOf)?.slice(0, MAX_SHOWN)} is not a date` : null;
}

/** Letters of a wrong date that are shown. */
const MAX_SHOWN = 60;
