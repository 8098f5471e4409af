/** How many things happened in a month, as of its last day. */
export interface MonthCount {
  asOf: string;
  count: number;
}

/** Counts days by month, with the months between that have none. The month of `today` is not over, and is left out. */
export function countByMonth(days: readonly string[], today: string): MonthCount[] {
  const counts = new Map<string, number>();
  for (const day of days) {
    const month = day.slice(0, 7);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const current = today.slice(0, 7);
  const [first = current] = [...counts.keys()].sort();
  const months: MonthCount[] = [];
  for (let month = first; month < current; month = nextMonth(month)) {
    months.push({ asOf: endOfMonth(month), count: counts.get(month) ?? 0 });
  }
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}

function endOfMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
