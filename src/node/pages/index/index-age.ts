const WEEK = 7;
const MONTH = 30.44;
const YEAR = 365.25;

/** Writes an age in the largest unit that says enough: "3 days", "5 weeks", "22 months", "4 years". */
export function printAge(days: number): string {
  if (days < 2 * WEEK) return count(days, 'day');
  if (days < 2 * MONTH) return count(days / WEEK, 'week');
  if (days < 2 * YEAR) return count(days / MONTH, 'month');
  return count(days / YEAR, 'year');
}

function count(amount: number, unit: string): string {
  const whole = Math.round(amount);
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
}
