import { badDate, badDay, unorderedDates } from '../problems/problems.ts';
import { parseMoment } from '../text/time/moment.ts';
import { writeMoment } from '../text/time/write-moment.ts';
import type { IsoDate, PartialDate } from '../model/dataset.ts';
import type { Problem, Span } from '../model/problem.ts';
import type { Reading, Refusal } from './key-reading.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const BETWEEN = /[\s,]+/;
/** Each day is a step and a page. */
const MAX_DATES = 8;

/** Parses a day. */
export function readDate(_: unknown, source: string): Reading<IsoDate> {
  const [, year, month, day] = DATE.exec(source) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isDay = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isDay ? { value: source } : { expected: 'a day written YYYY-MM-DD', report: badDay };
}

/** Parses a day, perhaps with the time at which a talk begins. */
export function readStart(_: unknown, source: string): Reading<PartialDate> {
  const moment = parseMoment(source);
  if (moment) return { value: writeMoment(moment) };
  const day = readDate(null, source);
  return 'value' in day || !isTimeLike(source) ? day : { expected: 'a day', report: badDate };
}

function isTimeLike(source: string): boolean {
  return /^\d{4}-\d\d-\d\d./.test(source);
}

/** Parses the days of a slide, the earliest first: a list, or one day. */
export function readDates(items: unknown, source: string): Reading<IsoDate[]> {
  const dates = Array.isArray(items) ? items.map(String) : source.split(BETWEEN).filter(Boolean);
  const bad = dates.find((date) => !('value' in readDate(null, date)));
  if (bad !== undefined) return refuse(bad, badDay);
  const late = dates.find((date, index) => index > 0 && date <= (dates[index - 1] ?? ''));
  if (late !== undefined) return refuse(late, unorderedDates);
  if (dates.length > 0 && dates.length <= MAX_DATES) return { value: dates };
  return { expected: `a list of 1 to ${MAX_DATES} days such as [2023-09-01, 2024-09-18]` };
}

/** Reports one item at its place in the list. */
function refuse(item: string, problem: (item: string, span: Span) => Problem): Refusal {
  return {
    expected: 'days in order',
    report: (source, span) => {
      const at = source.lastIndexOf(item);
      const isHere = at >= 0 && at + item.length <= span.length;
      return problem(
        item,
        isHere ? { ...span, column: span.column + at, length: item.length } : span,
      );
    },
  };
}
