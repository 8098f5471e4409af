import type { Dataset, Row } from '../../model/dataset.ts';
import type { ValueRule } from '../dataset/recipe.ts';
import { compareDates, printDate } from '../date.ts';
import { factOf } from '../known-rows.ts';

/** What the values of fresh rows are compared with. */
export interface ValueContext {
  /** The source's id. */
  id: string;
  last: Dataset | null;
  key: string | null;
  /** How far the values of columns may move. */
  changes: Readonly<Record<string, ValueRule>>;
}

/** Returns why a value of fresh rows cannot be right beside the newest known one of the same fact; null when all can. */
export function findImplausibleValue(rows: readonly Row[], context: ValueContext): string | null {
  const known = [...(context.last?.rows ?? []), ...newestTable(context.last)];
  for (const row of rows) {
    const before = findBefore(known, row, context);
    if (!before) continue;
    for (const [column, now] of Object.entries(row)) {
      const was = before[column];
      if (typeof now !== 'number' || typeof was !== 'number' || now === was) continue;
      const fault = findFault(column, [was, now], context.changes[column]);
      if (fault === null) continue;
      const when = before.asOf === undefined ? '' : ` on ${printDate(before.asOf)}`;
      return `${column} is ${now}, and was ${was}${when}${fault}`;
    }
  }
  return null;
}

/** Returns the clause about a change that a rule forbids; null for a possible one. */
function findFault(
  column: string,
  [was, now]: [number, number],
  rule: ValueRule | undefined,
): string | null {
  if (rule?.counter && now < was) return `; ${column} never falls`;
  const jump = rule?.jump === undefined ? null : Number.parseFloat(rule.jump) / 100;
  if (jump !== null) {
    const isFar = Math.abs(now - was) > Math.abs(was) * jump;
    return isFar ? `; ${column} changes by ${rule?.jump} at most` : null;
  }
  if (rule !== undefined) return null;
  const isCount = Number.isInteger(was) && Number.isInteger(now) && was >= LEAST_COUNT;
  return isCount && now >= 0 && now * FALL < was ? '' : null;
}

/** Finds the row that a fresh row follows or replaces: of the same fact, and not of a later day. */
function findBefore(known: readonly Row[], fresh: Row, { key, id }: ValueContext): Row | undefined {
  const isOfSource = (row: Row): boolean =>
    row.source === undefined || row.source === id || key !== null;
  const isSame = (row: Row): boolean => key === null || factOf(row, key) === factOf(fresh, key);
  const isEarlier = ({ asOf }: Row): boolean =>
    fresh.asOf === undefined || asOf === undefined || compareDates(asOf, fresh.asOf) <= 0;
  return known
    .filter(
      (row) =>
        isSame(row) &&
        isEarlier(row) &&
        (key !== null || row.asOf !== undefined) &&
        isOfSource(row),
    )
    .toSorted((a, b) => compareDates(a.asOf ?? '0000', b.asOf ?? '0000'))
    .at(-1);
}

function newestTable(last: Dataset | null): readonly Row[] {
  const [newest] = [...(last?.editions ?? [])].sort((a, b) => compareDates(b.asOf, a.asOf));
  return newest?.rows ?? [];
}

/** Smaller counts can vanish by themselves. */
const LEAST_COUNT = 100;
/** A count that falls to less than a tenth has probably not been counted. */
const FALL = 10;
