import { parsePeriod } from '../data/date.ts';
import { PERIOD_FORMS, replaceOldUnit } from '../text/duration.ts';
import type { BlockContext } from '../model/block.ts';
import { oldUnit, wrongValue } from '../problems/problems.ts';

/** Checks a block's key that goes back in time, and reports what is wrong with it or written in the old form. */
export function checkPeriod(key: string, text: string | undefined, context: BlockContext): boolean {
  if (text === undefined) return true;
  const span = context.spanOf([key]);
  const isPeriod = parsePeriod(text) !== null;
  const renewed = isPeriod ? replaceOldUnit(text, 'mo') : null;
  if (renewed !== null) context.report(oldUnit(renewed, 'months', span));
  if (!isPeriod) context.report(wrongValue(key, PERIOD_FORMS, span));
  return isPeriod;
}
