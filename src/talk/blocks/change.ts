import type { PartialDate } from '../model/dataset.ts';
import {
  daysBetween,
  endOf,
  parsePeriod,
  periodDays,
  startOf,
  subtractPeriod,
} from '../data/date.ts';
import { formatNumber, roundSignificant } from '../data/value/format.ts';

interface Figure {
  value: number | null;
  exact: boolean;
}

interface Dated {
  value: number | null;
  date: PartialDate | null;
}

/** Formats the growth between two figures, such as "up ~17%"; null when there is none to report. */
export function printChange(then: Figure, now: Figure): string | null {
  const change = computeChange(then, now);
  if (!change) return null;
  const { percent, exact } = change;
  if (percent === 0) return 'unchanged';
  const size = formatNumber(Math.abs(percent), { format: 'percent', exact });
  return `${percent > 0 ? 'up' : 'down'} ${size}`;
}

/** Computes the growth in percent, rounded to the precision of both figures. */
function computeChange(then: Figure, now: Figure): { percent: number; exact: boolean } | null {
  if (then.value === null || now.value === null || then.value === 0) return null;
  const exact = then.exact && now.exact;
  const raw = ((now.value - then.value) / Math.abs(then.value)) * 100;
  const percent = exact
    ? Number(raw.toFixed(Math.abs(raw) < 100 ? 1 : 0))
    : roundSignificant(raw, 2);
  return { percent, exact };
}

/** Finds the newest figure that is at least one period older than a date and at most one and a half; -1 for none. */
export function findAgo(figures: readonly Dated[], now: PartialDate | null, ago: string): number {
  const period = parsePeriod(ago);
  if (!period || now === null) return -1;
  const target = subtractPeriod(now, period);
  const index = figures.findLastIndex(
    ({ value, date }) => value !== null && date !== null && startOf(date) <= endOf(target),
  );
  const date = figures[index]?.date;
  return date && daysBetween(date, target) * 2 <= periodDays(period) ? index : -1;
}
