import { plural } from '../../../talk/text/plural.ts';

const WEEK = 7;
const MONTH = 30.44;
const YEAR = 365.25;

/** Writes an age in the largest unit that says enough: "3 days", "5 weeks", "22 months", "4 years". */
export function printAge(days: number): string {
  if (days < 2 * WEEK) return whole(days, 'day');
  if (days < 2 * MONTH) return whole(days / WEEK, 'week');
  if (days < 2 * YEAR) return whole(days / MONTH, 'month');
  return whole(days / YEAR, 'year');
}

function whole(amount: number, unit: string): string {
  return plural(Math.round(amount), unit);
}
