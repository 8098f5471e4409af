import * as v from 'valibot';

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
  if (!wrong) return findUnknownKey(requests);
  return `refresh.ask: "${wrong[0]}" is no request, which has a "url" and a "format", or asks a "tree"`;
}

/** Reports a key of a request that has no meaning, since it would be ignored; null for none. */
function findUnknownKey(requests: Readonly<Record<string, unknown>>): string | null {
  for (const [name, request] of Object.entries(requests)) {
    const keys = Object.keys(request as object);
    const known = keys.includes('url') ? WEB_KEYS : CLONE_KEYS;
    const unknown = keys.find((key) => !known.includes(key));
    if (unknown === undefined) continue;
    return `refresh.ask: "${name}" has the key "${unknown}"; a request may have ${known.join(', ')}`;
  }
  return null;
}

const WEB_KEYS = ['url', 'format', 'shape', 'auth', 'isOptional', 'clone'];
const CLONE_KEYS = ['tree', 'shortlog', 'titles', 'lines'];

/** Reports what is wrong with the result of `parse`; null when it is valid. */
export function findFreshFault(fresh: unknown): string | null {
  if (v.is(FRESH, fresh)) return null;
  const what = fresh instanceof Promise ? 'a promise' : fresh === undefined ? 'nothing' : 'no rows';
  return `refresh.parse gave ${what}; it should give { rows } or { asOf, table }`;
}
