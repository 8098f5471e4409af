import type { Retirement, Row } from '../model/dataset.ts';
import { isPartialDate } from './date.ts';
import { isRecord } from '../text/value/record.ts';

const MAX_REASON = 500;

/** Reports whether a value is a retirement of a row. */
export function isRetirement(value: unknown): value is Retirement {
  return isRecord(value) && isPartialDate(value['on']) && isReason(value['why']);
}

/** Reports whether a value is a reason for a pin or a retirement. */
export function isReason(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= MAX_REASON;
}

/** Reports whether a row is settled by hand, so that no refresh changes it. */
export function isSettled({ pinned, retired }: Row): boolean {
  return pinned !== undefined || retired !== undefined;
}

/** Removes what was settled by hand, perhaps later, so that an earlier day shows the same bytes. */
export function dropSettlement(row: Row): Row {
  if (!isSettled(row)) return row;
  const { pinned: _pinned, retired: _retired, ...shown } = row;
  return shown as Row;
}
