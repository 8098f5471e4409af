import type { DatasetPart } from '../../model/dataset.ts';
import { clockDay, printDate } from '../date.ts';

const DAY = 86_400_000;

/** Writes the name of a period by its key: "March 2026", "Q1 2026", "week 10 of 2026". */
export function printPeriodOf(key: string, every: NonNullable<DatasetPart['every']>): string {
  if (every === 'quarter') return `Q${Math.ceil(Number(key.slice(5, 7)) / 3)} ${key.slice(0, 4)}`;
  if (every !== 'week') return printDate(key);
  const { week, year } = weekOf(key);
  return `week ${week} of ${year}`;
}

/** Returns the ISO week that begins on a Monday: that of the year in which its Thursday is. */
function weekOf(monday: string): { week: number; year: number } {
  const thursday = clockDay(monday) + 3;
  const year = new Date(thursday * DAY).getUTCFullYear();
  const first = Date.UTC(year, 0) / DAY;
  return { week: Math.floor((thursday - first) / 7) + 1, year };
}
