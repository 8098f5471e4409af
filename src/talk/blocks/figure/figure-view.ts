import {
  endOf,
  isMonthEnd,
  parsePeriod,
  printDate,
  startOf,
  subtractPeriod,
  type Period,
} from '../../data/date.ts';
import { printPeriod } from '../../text/duration.ts';
import type { Format } from '../../data/value/format.ts';
import { isPercentage } from '../../data/value/growth.ts';
import type { DatasetView, PartialDate, Row } from '../../model/dataset.ts';
import { findAgo, printChange } from '../change.ts';
import { filterRows, type Where } from '../../data/row-cells.ts';
import { chartView, type ChartView } from '../chart/chart-view.ts';
import type { SharedRows } from '../chart/chart-shared.ts';
import { isCarried, openWriter, pickStyle, stripZeros } from './figure-number.ts';
import { findSharedDates } from './figure-shared.ts';

/** A figure as the author wrote it, checked key by key; an omitted key is absent. */
export interface FigureSpec {
  /** Name of the dataset. */
  data: string;
  /** Column of the number; the newest row is used. */
  value: string;
  /** Uses only rows with these cells. */
  where?: Where;
  /** Compares with the number one period earlier: `1y`, `6mo`. */
  ago?: string;
  /** What the number is; defaults to the dataset's title. */
  label?: string;
  /** Unit in small letters after the number; defaults to nothing, as the label says it. */
  unit?: string;
  /** Chart type of the series beside the number; defaults to `column` when there are several rows. */
  chart?: 'column' | 'line' | 'none';
  /** How the number is written; defaults to `number`. */
  format?: Format;
  /** A line of small text below. */
  note?: string;
}

/** The content of a figure. */
export interface FigureView {
  value: string;
  unit: string | null;
  label: string;
  /** "from ~460 a year earlier"; null without a comparison. */
  past: string | null;
  /** "up ~17%"; null without a comparison. */
  change: string | null;
  note: string | null;
  /** "columns from 2018 to 2025", where the series shows another period than the comparison; null elsewhere. */
  period: string | null;
  /** The series that ends with the number; null when there is none to draw. */
  chart: ChartView | null;
  /** The rows it is computed from: the newest, and the one it is compared with. */
  rows: Row[];
  /** Rows that cannot be told apart, when it shows one of them; null otherwise. */
  shared: SharedRows | null;
}

interface Reading {
  value: number | null;
  exact: boolean;
  date: string | null;
  row: Row;
}

/** Points of a series without a comparison, and of one whose comparison has too few. */
const USUAL_POINTS = 8;
const FEW = 3;
/** More columns than this are a line. */
const MAX_COLUMNS = 24;

/** Computes the content of a figure; null when its newest row has no number. */
export function figureView(written: FigureSpec, data: DatasetView): FigureView | null {
  const spec = { ...written, ...pickStyle(written, data.unit) };
  const readings = filterRows(data.rows, spec.where).map((row) => toReading(row, spec.value));
  const now = readings.at(-1);
  if (!now || now.value === null) return null;
  const then = spec.ago === undefined ? undefined : findThen(readings, now, spec.ago);
  const numbers = then ? [now, then] : [now];
  const write = openWriter(numbers, spec);
  const chart = findChart(spec, data, readings, then);
  return {
    value: write(now),
    unit: isCarried(spec) ? null : (spec.unit ?? null),
    label: spec.label ?? data.title,
    past: then && now.date ? `from ${write(then)}${writeWhen(then, now.date, spec)}` : null,
    change: then ? printChange(then, now, isPercentage(spec.unit ?? data.unit, spec.format)) : null,
    note: [spec.note ?? [], data.part?.remarks ?? []].flat().join('; ') || null,
    period: then && chart ? writePeriod(chart, then) : null,
    chart,
    rows: numbers.map(({ row }) => row),
    shared: findSharedDates(readings),
  };
}

/** Finds the reading one period earlier, else the last one before that; the figure states its date. */
function findThen(readings: readonly Reading[], now: Reading, ago: string): Reading | undefined {
  const near = readings[findAgo(readings, now.date, ago)];
  const period = parsePeriod(ago);
  if (near || !period || now.date === null) return near;
  const target = subtractPeriod(now.date, period);
  return readings.findLast(
    ({ value, date }) => value !== null && date !== null && endOf(date) < startOf(target),
  );
}

function toReading(row: Row, column: string): Reading {
  const cell = row[column];
  const value = typeof cell === 'number' && Number.isFinite(cell) ? cell : null;
  return { value, exact: row.exact !== false, date: row.asOf ?? null, row };
}

/** States the period of a series that does not begin with the number of the comparison. */
function writePeriod({ type, places }: ChartView, then: Reading): string | null {
  const [first] = places;
  if (!first || first.key === then.date) return null;
  const kind = type === 'column' ? 'columns' : 'line';
  return `${kind} from ${first.label} to ${places.at(-1)?.label ?? ''}`;
}

/** Formats the period only when it matches exactly, and the date otherwise; a number does not touch another. */
function writeWhen({ date }: Reading, now: string, { ago = '' }: FigureSpec): string {
  const period = parsePeriod(ago);
  if (!period || date === null) return ' before';
  if (!isPeriodBefore(date, now, period)) {
    const isDay = date.length >= 10 && period.unit !== 'y';
    return isDay ? ` on ${printDate(date)}` : ` in ${printDate(date, 'month')}`;
  }
  if (period.amount > 1) return `, ${printPeriod(period)} earlier`;
  return ` ${printPeriod(period).replace('1', 'a')} earlier`;
}

/** Reports whether a date is just one period before another; ends of months are months or years apart. */
function isPeriodBefore(date: PartialDate, now: PartialDate, period: Period): boolean {
  const target = subtractPeriod(now, period);
  if (date === target) return true;
  const isOfMonths = period.unit === 'y' || period.unit === 'mo';
  return isOfMonths && [date, now].every(isMonthEnd) && date.slice(0, 7) === target.slice(0, 7);
}

/** Computes the series: the period of the comparison, or a few points more when that has only two. */
function findChart(
  spec: FigureSpec,
  data: DatasetView,
  readings: readonly Reading[],
  then: Reading | undefined,
): ChartView | null {
  const points = readings.filter(({ value, date }) => value !== null && date !== null);
  // A series has a value before its newest one, however many dates without a value are between them.
  const before = points.findLast(({ date }) => date !== points.at(-1)?.date);
  if (spec.chart === 'none' || !before) return null;
  const { where, format, value } = spec;
  const shown = then ? readings.slice(readings.indexOf(then)) : [];
  const count = countDates(shown);
  const least = countDates(readings.slice(readings.indexOf(before)));
  const limit = Math.max(count < FEW ? USUAL_POINTS : count, least);
  const chart = chartView(
    {
      data: data.name,
      type: spec.chart ?? (limit > MAX_COLUMNS ? 'line' : 'column'),
      x: 'date',
      y: value,
      limit,
      ...(where ? { where } : {}),
      ...(format ? { format } : {}),
    },
    data,
  );
  // It begins with a value, not with a gap.
  const start = chart.series[0]?.points.findIndex((point) => point.value !== null);
  const series = chart.series.map((one) => {
    const points = one.points.map((point) => ({ ...point, label: stripZeros(point.label) }));
    return { ...one, points: points.slice(start) };
  });
  // The words beside it say which periods are incomplete.
  const places = chart.places.slice(start);
  return { ...chart, places, series, remark: null, caption: spec.label ?? data.title };
}

function countDates(readings: readonly Reading[]): number {
  return new Set(readings.map(({ date }) => date)).size;
}
