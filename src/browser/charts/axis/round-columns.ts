import { planSlots } from '../../../talk/blocks/chart/kinds/column-slots.ts';
import type { ChartPlace } from '../../../talk/blocks/chart/chart-place.ts';

/** A row of names: their middles, their widths, and the least distance between two. */
export interface NameRow {
  centers: readonly number[];
  widths: readonly number[];
  gap: number;
}

/** A moment in UTC: milliseconds since 1970, and months since the year 0. */
interface Moment {
  time: number;
  month: number;
}

/** Numbers the intervals of a calendar: moments of one interval have the same number. */
type Interval = (moment: Moment) => number;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Days from a Sunday to the first of January 1970. */
const SUNDAY = 4;

/** Steps of round numbers, the finest first. */
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** All intervals whose first dates are round, the finest first: those of d3's time scale. */
const INTERVALS: readonly Interval[] = [
  ...[1, 5, 15, 30].map((count) => every(count * SECOND)),
  ...[1, 5, 15, 30].map((count) => every(count * MINUTE)),
  ...[1, 3, 6, 12].map((count) => every(count * HOUR)),
  ...[1, 2].map((count) => every(count * DAY)),
  ({ time }) => Math.floor((time / DAY + SUNDAY) / 7),
  ...[1, 3].map(everyMonths),
  ...STEPS.map((years) => everyMonths(12 * years)),
];

/**
 * Picks the dates to name below columns: the first of each year, quarter, month, week, day, hour or minute, as many as
 * fit. Of uneven dates the first is named too, where it has room. Null when fewer than two fit, or when the columns are
 * not in the order of time.
 */
export function pickColumns(places: readonly ChartPlace[], row: NameRow): boolean[] | null {
  const days = places.map(({ day }) => day ?? NaN);
  if (!days.every((day, index) => index === 0 || day > (days[index - 1] ?? NaN))) return null;
  const times = days.map((day) => Math.round(day * DAY));
  // The first column is named when it begins an interval itself.
  const moments = [(times[0] ?? 0) - 1, ...times].map(toMoment);
  for (const interval of INTERVALS) {
    const numbers = moments.map(interval);
    const isFirst = times.map((_, index) => numbers[index] !== numbers[index + 1]);
    if (isFirst.indexOf(true) < isFirst.lastIndexOf(true) && areApart(isFirst, row)) {
      // The first of even dates follows from the others; that of working days does not.
      const withFirst = [true, ...isFirst.slice(1)];
      const isUneven = planSlots(places, Infinity).isOffScale;
      return isUneven && areApart(withFirst, row) ? withFirst : isFirst;
    }
  }
  return null;
}

/** Reports whether places are whole numbers that count up, as years and hours do, so that some of their names are enough. */
export function areCounted(places: readonly ChartPlace[]): boolean {
  const numbers = places.map(({ key }) => Number(key));
  return numbers.every(
    (number, index) => Number.isInteger(number) && number > (numbers[index - 1] ?? -Infinity),
  );
}

/** Picks the whole numbers to name below a plot: the multiples of 1, 2 or 5, as many as fit; null when fewer than two fit. */
export function pickNumbers(places: readonly ChartPlace[], row: NameRow): boolean[] | null {
  for (const step of STEPS) {
    const isRound = places.map(({ key }) => Number(key) % step === 0);
    if (isRound.indexOf(true) < isRound.lastIndexOf(true) && areApart(isRound, row)) return isRound;
  }
  return null;
}

/** What a written time begins with, and its clock. */
const TIME = /^(.+) (\d\d:\d\d(?::\d\d)?)$/;

/** Writes the day of times once: only where the time before is of another day. */
export function sayDaysOnce(places: readonly ChartPlace[], texts: readonly string[]): string[] {
  let before = '';
  return texts.map((text, index) => {
    const [, day = '', clock = text] = places[index]?.day == null ? [] : (TIME.exec(text) ?? []);
    const isSame = day !== '' && day === before;
    if (text !== '') before = day;
    return isSame ? clock : text;
  });
}

function areApart(isNamed: readonly boolean[], { centers, widths, gap }: NameRow): boolean {
  let edge = -Infinity;
  return isNamed.every((is, index) => {
    if (!is) return true;
    const [center, half] = [centers[index] ?? 0, (widths[index] ?? 0) / 2];
    const isFree = center - half >= edge + gap;
    edge = center + half;
    return isFree;
  });
}

function every(length: number): Interval {
  return ({ time }) => Math.floor(time / length);
}

function everyMonths(count: number): Interval {
  return ({ month }) => Math.floor(month / count);
}

function toMoment(time: number): Moment {
  const date = new Date(time);
  return { time, month: date.getUTCFullYear() * 12 + date.getUTCMonth() };
}
