import * as v from 'valibot';
import { INTERVAL_FORMS, toMilliseconds } from '../../text/duration.ts';
import { findNearest } from '../../text/nearest.ts';
import { isRecord, isWebAddress } from '../../text/value/record.ts';
import { printPath } from './dataset-file.ts';
import { describeIssue, issuePath } from './row-schema.ts';

const interval = v.pipe(
  v.string(),
  v.check((text) => toMilliseconds(text) !== null, INTERVAL_FORMS),
);

const SOURCE = v.object({
  name: v.string(),
  url: v.optional(
    v.pipe(
      v.string(),
      v.check((text) => isWebAddress(text), 'it is no web address'),
    ),
  ),
  licence: v.optional(v.string()),
});

const REFRESH = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  source: SOURCE,
  minInterval: interval,
  updatePeriod: interval,
  staleAfter: interval,
  needs: v.optional(v.array(v.string())),
  userAgent: v.optional(v.string()),
  ask: v.union([v.function(), v.record(v.string(), v.unknown())]),
  parse: v.optional(v.function()),
});

const RECIPE = v.object({
  key: v.optional(v.string()),
  title: v.optional(v.string()),
  source: v.optional(SOURCE),
  unit: v.optional(v.string()),
  asOf: v.optional(v.string()),
  decimal: v.optional(v.picklist(['point', 'comma'])),
  ranges: v.optional(v.record(v.string(), v.tuple([v.number(), v.number()]))),
  refresh: v.optional(REFRESH),
});

const KEYS = [
  'schema',
  'key',
  'ranges',
  'changes',
  'title',
  'source',
  'unit',
  'asOf',
  'decimal',
  'live',
  'refresh',
];

/** Returns what is wrong with the export of a recipe's file; null for a valid recipe. */
export function findRecipeFault(value: unknown): string | null {
  if (!isRecord(value)) return 'it has no default export made by defineDataset()';
  if (value['schema'] === undefined)
    return 'its "schema" is missing, such as v.object({ asOf: v.string(), members: v.number() })';
  if (!isRecord(value['schema']) || !('~standard' in value['schema'])) {
    return 'its "schema" is no schema of valibot, such as v.object({ asOf: v.string(), members: v.number() })';
  }
  const unknown = Object.keys(value).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) {
    const nearest = findNearest(unknown, KEYS);
    const known = nearest === undefined ? `it has ${KEYS.join(', ')}` : `did you mean "${nearest}"`;
    return `it has no key "${unknown}" (${known})`;
  }
  const { issues, output } = v.safeParse(RECIPE, value);
  if (issues) return `its "${printPath(issuePath(issues[0]))}" ${describeIssue(issues[0])}`;
  return findUnnamedSource(output as v.InferOutput<typeof RECIPE>);
}

/** A source on the web has an address and a licence, by which readers find it and may use it. */
function findUnnamedSource({ refresh }: v.InferOutput<typeof RECIPE>): string | null {
  if (!refresh || typeof refresh.ask === 'function') return null;
  const requests = [refresh.ask, ...Object.values(refresh.ask)];
  const isOnWeb = requests.some(
    (request) => isRecord(request) && typeof request['url'] === 'string',
  );
  const missing = (['url', 'licence'] as const).find((key) => refresh.source[key] === undefined);
  return isOnWeb && missing ? `its "refresh.source.${missing}" is missing` : null;
}
