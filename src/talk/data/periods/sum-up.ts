import { type Every } from './period-words.ts';
import type { Cell, DatasetView, IsoDate, Row } from '../../model/dataset.ts';
import { cellAt } from '../row-cells.ts';
import { clockDay, printDate } from '../date.ts';
import { keyOfPeriod, periodOf, startOfPeriod, type DatedRow } from './every.ts';
import { printPeriodOf } from './period-name.ts';
import type { Plan } from './plan.ts';
import { takeValues } from './take.ts';

type Sums = NonNullable<Plan['sums']>;

/** Rows that have the same cells in the columns that part them, by period. */
interface Group {
  cells: Record<string, Cell>;
  heaps: Map<number, Row[]>;
}

const DAY = 86_400_000;
/** A tenth of a second, in days. */
const ROUNDING = 1e-6;
const YEAR = ' 2026';

/** Sums rows up by period and group; a period without rows has no data. Rows are in the order of their dates. */
export function sumUp(
  dated: readonly DatedRow[],
  sums: Sums,
  { dateColumn, asOf }: { dateColumn: string | null; asOf: IsoDate },
): { view: Pick<DatasetView, 'rows' | 'columns'>; remarks: string[] } {
  const { every, take, by } = sums;
  const columns = [...new Set([...by, ...Object.keys(take)])];
  const [first, last] = [dated[0], dated.at(-1)];
  if (!first || !last) return { view: { rows: [], columns }, remarks: [] };
  const groups = [...groupRows(dated, sums).values()];
  const rows: Row[] = [];
  const end = periodOf(last.date.day, every);
  for (let period = periodOf(first.date.day, every); period <= end; period++) {
    const key = keyOfPeriod(period, every);
    const named = dateColumn === null ? {} : { [dateColumn]: key };
    for (const { cells, heaps } of groups) {
      const heap = heaps.get(period) ?? [];
      rows.push({ asOf: key, ...named, ...cells, ...takeAll(heap, take), ...keepBooks(heap) });
    }
  }
  return { view: { rows, columns }, remarks: findPartial(dated, every, asOf) };
}

function groupRows(dated: readonly DatedRow[], { every, by }: Sums): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const { row, date } of dated) {
    const cells = by.map((column) => [column, cellAt(row, column)] as const);
    const name = by.length === 0 ? '' : JSON.stringify(cells);
    let group = groups.get(name);
    if (!group) groups.set(name, (group = { cells: Object.fromEntries(cells), heaps: new Map() }));
    const period = periodOf(date.day, every);
    const heap = group.heaps.get(period);
    if (heap) heap.push(row);
    else group.heaps.set(period, [row]);
  }
  return groups;
}

function takeAll(rows: readonly Row[], take: Sums['take']): Record<string, Cell> {
  const entries = Object.entries(take).map(([column, { by, of }]): [string, Cell] => {
    if (rows.length === 0) return [column, null];
    if (by === 'count') return [column, rows.length];
    const values: number[] = [];
    for (const row of rows) {
      const cell = cellAt(row, of ?? column);
      if (typeof cell === 'number' && Number.isFinite(cell)) values.push(cell);
    }
    return [column, takeValues(by, values)];
  });
  return Object.fromEntries(entries);
}

/** Keeps the source where all rows have the same, and that one of them is inexact. */
function keepBooks(rows: readonly Row[]): Row {
  const source = rows[0]?.source;
  const isOne = source !== undefined && rows.every((row) => row.source === source);
  const isInexact = rows.some(({ exact }) => exact === false);
  return { ...(isOne ? { source } : {}), ...(isInexact ? { exact: false } : {}) };
}

/** Says where the data of the first and of the last period begin and end, where rows are missing there or may still come. */
function findPartial(dated: readonly DatedRow[], every: Every, asOf: IsoDate): string[] {
  const [first, last] = [dated[0]?.date, dated.at(-1)?.date];
  if (!first || !last) return [];
  const step = usualStep(dated);
  const [from, to] = [periodOf(first.day, every), periodOf(last.day, every)];
  const end = startOfPeriod(to + 1, every);
  // At their usual distance, one more row would be within the period.
  const isLate = first.day - step >= startOfPeriod(from, every) - ROUNDING;
  const isShort = last.last + step < end - ROUNDING;
  const isRunning = last.last < end - 1 && clockDay(asOf) < end - 1;
  const isOpen = isShort || isRunning;
  const nameOf = (period: number): string => printPeriodOf(keyOfPeriod(period, every), every);
  const [begun, ended] = [printDay(first.day, every), printDay(last.last, every)];
  if (isLate && isOpen && from === to) return [`${nameOf(to)}: data from ${begun} to ${ended}`];
  return [
    ...(isLate ? [`${nameOf(from)}: data from ${begun}`] : []),
    ...(isOpen ? [`${nameOf(to)}: data to ${ended}`] : []),
  ];
}

/** Returns the median of the distances of dates; a day for a single one. */
function usualStep(dated: readonly DatedRow[]): number {
  const days = [...new Set(dated.map(({ date }) => date.day))];
  const steps = days.slice(1).map((day, index) => day - (days[index] ?? day));
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 1;
}

/** Writes a day without its year, which the period has; within a day the time. */
function printDay(day: number, every: Every): string {
  const iso = new Date(Math.round(day * DAY)).toISOString();
  if (every === 'hour' || every === 'day') return iso.slice(11, 16);
  return printDate(iso.slice(0, 10)).slice(0, -YEAR.length);
}
