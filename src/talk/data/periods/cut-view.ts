import { type Every } from './period-words.ts';
import type { DataUse, DatasetView, IsoDate, Row } from '../../model/dataset.ts';
import { clockDay } from '../date.ts';
import { useRow } from '../view.ts';
import { filterRows } from '../row-cells.ts';
import { isWithin, periodOf, readRowDate, type DatedRow } from './every.ts';
import { nameView, type Plan } from './plan.ts';
import { sumUp } from './sum-up.ts';
import { startOfWindow } from './window.ts';

/** The day of a view. */
export interface PeriodContext {
  asOf: IsoDate;
  /** The time it is by the clock of the rows, in days since 1970; null, the default, where only the day counts. */
  now?: number | null;
}

/** What keeps rows from being sorted into periods. */
export type PeriodFault =
  | { kind: 'undated' }
  | { kind: 'coarse'; date: string; every: Every }
  | { kind: 'many'; count: number; every: Every };

/** A part of a dataset, or why there is none. */
export type PartResult = { ok: true; view: DatasetView } | { ok: false; fault: PeriodFault };

/** More periods than this are on no slide. */
const MAX_PERIODS = 5000;

/** Computes the part of a dataset that a plan describes, from its view on a day. */
export function cutView(view: DatasetView, plan: Plan, context: PeriodContext): PartResult {
  const { sums, last } = plan;
  const every = sums?.every ?? null;
  const chosen = filterRows(view.rows, sums?.where);
  const all = chosen.map((row) => ({ row, date: readRowDate(cellOf(row, plan)) }));
  const known = all.filter((one): one is DatedRow => one.date !== null);
  if (known.length === 0 && all.length > 0) return { ok: false, fault: { kind: 'undated' } };
  // Rows of a list may lie ahead, and a sum of them would not be known yet.
  const after = clockDay(context.asOf) + 1;
  const dated = known.filter(({ date }) => date.day < after);
  dated.sort((a, b) => a.date.day - b.date.day);
  const coarse = every && dated.find(({ date }) => !isWithin(date, every));
  if (coarse) {
    const date = String(cellOf(coarse.row, plan));
    return { ok: false, fault: { kind: 'coarse', date, every } };
  }
  const { now = null } = context;
  const newest = dated.at(-1)?.date.day ?? 0;
  const end = { asOf: context.asOf, now, newest };
  const start = last === undefined ? -Infinity : startOfWindow(last, end, every);
  const shown = dated.filter(({ date }) => date.day >= start);
  const rows = shown.map(({ row }) => row);
  const part = { id: nameView(plan), every, remarks: [], uses: listUses(view, rows) };
  const asOf = rows.at(-1)?.asOf ?? view.asOf;
  if (!sums || !every) return { ok: true, view: { ...view, rows, asOf, part } };
  const count = countPeriods(shown, every);
  if (count > MAX_PERIODS) return { ok: false, fault: { kind: 'many', count, every } };
  const summed = sumUp(shown, sums, { dateColumn: plan.date, asOf: context.asOf });
  return {
    ok: true,
    view: {
      ...view,
      ...summed.view,
      kind: 'series',
      key: null,
      unit: countsRows(plan) ? null : view.unit,
      asOf,
      part: { ...part, remarks: summed.remarks },
    },
  };
}

function cellOf(row: Row, { date }: Plan): unknown {
  return date === null ? row.asOf : row[date];
}

function countPeriods(rows: readonly DatedRow[], every: Every): number {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return 0;
  return periodOf(last.date.day, every) - periodOf(first.date.day, every) + 1;
}

function countsRows({ sums }: Plan): boolean {
  return Object.values(sums?.take ?? {}).every(({ by }) => by === 'count');
}

/** Lists the newest use of each source; rows are in the order of their dates. */
function listUses(view: DatasetView, rows: readonly Row[]): DataUse[] {
  const uses = new Map<string, Row>();
  for (const row of rows) uses.set(`${row.source ?? ''} ${row.exact !== false}`, row);
  return [...uses.values()].map((row) => useRow(view, row));
}
