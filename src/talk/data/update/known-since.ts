import type { PartialDate, Row } from '../../model/dataset.ts';
import { compareDates, isKnown, isPartialDate } from '../date.ts';
import { tellerOf } from '../known-rows.ts';
import { isSettled } from '../settlement.ts';
import type { DatasetEdit, MergeOptions } from './dataset-edit.ts';
import { knownFrom } from './known-from.ts';
import { traceOf } from './merge-table.ts';

/**
 * Returns the day, or the time, from which a new row was known, as its `since`; undefined where it was known from its own date on.
 * Rows are known from today on, unless history is filled in.
 */
export function findSince(fresh: Row, options: MergeOptions): PartialDate | undefined {
  const { today, history } = options;
  const { asOf } = fresh;
  if (!history) return knownFrom(asOf, options);
  const cell = history.column === null ? fresh.since : fresh[history.column];
  if (isPartialDate(cell)) return isKnown(cell, today) ? cell : today;
  return asOf === undefined ? today : undefined;
}

/** Moves the day from which a known row was known back to the one that history states; null for no change. */
export function correctSince(
  known: readonly Row[],
  index: number,
  fresh: Row,
  options: MergeOptions,
): DatasetEdit | null {
  const row = known[index];
  if (!options.history || row?.since === undefined || isSettled(row)) return null;
  const since = findSince(fresh, options);
  if (since !== undefined && compareDates(since, row.since) >= 0) return null;
  // Of several versions of a fact, the later ones were known from their own days on.
  const fact = tellerOf(row, options);
  if (fact !== null && known.some((one) => one !== row && tellerOf(one, options) === fact)) {
    return null;
  }
  const { since: was, ...rest } = row;
  const corrected = traceOf(row, { since: was });
  return {
    kind: 'correct-row',
    index,
    row: { ...rest, ...(since === undefined ? {} : { since }), corrected },
  };
}
