import { daysBetween, printDate } from '../../talk/data/date.ts';
import type { IsoDate } from '../../talk/model/dataset.ts';

/** A label below the track, at a share of its length. */
export interface DayLabel {
  text: string;
  at: number;
}

/** Least distance of labels, and from the ends, as shares of the track. */
const ROOM = 0.1;
const MONTH_DAYS = 30.44;
/** Distances of labels in months: round ones. */
const STEPS = [1, 3, 6, 12, 24, 60, 120, 240, 600];
const ABBREVIATED = 3;

/** Returns where days are on the track, as shares of it. */
export function placeDays(days: readonly IsoDate[]): number[] {
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const whole = Math.max(1, daysBetween(first, last));
  return days.length === 1 ? [1] : days.map((day) => round(daysBetween(first, day) / whole));
}

/** Places labels at round months or years between the first and the last day. */
export function placeLabels(days: readonly IsoDate[]): DayLabel[] {
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const whole = daysBetween(first, last);
  const step = STEPS.find((months) => months * MONTH_DAYS >= ROOM * whole);
  if (step === undefined || whole < MONTH_DAYS) return [];
  const start = toMonths(first);
  const count = toMonths(last) - start;
  return Array.from({ length: count }, (_, index) => start + index + 1)
    .filter((month) => month % step === 0)
    .map((month) => toLabel(month, first, whole));
}

function toLabel(month: number, first: IsoDate, whole: number): DayLabel {
  const [year, inYear] = [Math.floor(month / 12), (month % 12) + 1];
  const day = `${String(year).padStart(4, '0')}-${String(inYear).padStart(2, '0')}-01`;
  const text = inYear === 1 ? String(year) : printDate(day, 'month').slice(0, ABBREVIATED);
  return { text, at: round(daysBetween(first, day) / whole) };
}

function toMonths(day: IsoDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
