import { EVERY } from './period-words.ts';
import type { IsoDate } from '../../model/dataset.ts';
import { noPeriods } from '../../problems/chart-problems.ts';
import type { ViewResult } from '../view.ts';
import { cutView, type PeriodContext, type PeriodFault } from './cut-view.ts';
import { isWithin, readRowDate } from './every.ts';
import { parseViewName, type Plan } from './plan.ts';

/** Returns a view by its name: that of a dataset, or of a part of it. */
export function openView(
  name: string,
  context: PeriodContext & { asOf: IsoDate },
  viewOf: (dataset: string) => ViewResult | undefined,
): ViewResult | undefined {
  const plan = parseViewName(name);
  if (!plan) return viewOf(name);
  const whole = viewOf(plan.of);
  if (!whole?.ok) return whole;
  const part = cutView(whole.view, plan, context);
  if (part.ok) return part;
  const { why, hint } = explain(part.fault, plan);
  return { ok: false, problem: (span) => noPeriods(plan.of, why, hint, span) };
}

function explain(fault: PeriodFault, { date }: Plan): { why: string; hint: string } {
  switch (fault.kind) {
    case 'undated': {
      const hint = 'Rows need "asOf", or a column of dates that the chart names with "x".';
      return { why: date === null ? 'have no dates' : `have no dates in "${date}"`, hint };
    }
    case 'coarse': {
      const date = readRowDate(fault.date);
      const longer = EVERY.find((every) => date && isWithin(date, every)) ?? 'year';
      const why = `cannot be shown by ${fault.every}: that of ${fault.date} has no ${fault.every}`;
      return {
        why,
        hint: `Write "every: ${longer}", or show the newest rows with "last: 1y".`,
      };
    }
    case 'many':
      return {
        why: `span ${fault.count} ${fault.every}s, which no slide can show`,
        hint: 'Choose a longer period with "every", or the newest part with "last: 30d".',
      };
  }
}
