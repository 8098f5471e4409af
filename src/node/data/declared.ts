import * as v from 'valibot';
import { isWebAddress, printPath } from '../../talk/data/file.ts';
import { toMilliseconds } from '../../talk/data/interval.ts';
import { describeIssue, issuePath } from '../../talk/data/schema.ts';

const interval = v.pipe(
  v.string(),
  v.check((text) => toMilliseconds(text) !== null, 'an interval is like 30min, 6h, 7d or 1y'),
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

/** Says what a recipe's `refresh` does not declare, or declares wrongly; null where it is whole. */
export function findRecipeFault(refresh: unknown): string | null {
  const result = v.safeParse(DECLARED, refresh);
  if (result.success) return null;
  const [issue] = result.issues;
  return `refresh.${printPath(issuePath(issue))} ${describeIssue(issue)}`;
}
