import { endOf, parsePeriod, printDate, startOf, subtractPeriod } from '../../data/date.ts';
import { printPeriod } from '../../text/duration.ts';
import { formatNumber, type Format } from '../../data/value/format.ts';
import type { Cell, DatasetView, Row } from '../../model/dataset.ts';
import { findAgo, printChange } from '../change.ts';
import { filterRows } from '../chart/chart-rows.ts';
import { chartView, type ChartView } from '../chart/chart-view.ts';

/** A figure as the author wrote it, checked key by key; an omitted key is absent. */
export interface FigureSpec {
  /** Name of the dataset. */
  data: string;
  /** Column of the number; the newest row is used. */
  value: string;
  /** Uses only rows with these cells. */
  where?: Record<string, Cell>;
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
  /** The series that ends with the number; null when there is none to draw. */
  chart: ChartView | null;
  /** The rows it is computed from: the newest, and the one it is compared with. */
  rows: Row[];
}

interface Reading {
  value: number | null;
  exact: boolean;
  date: string | null;
  row: Row;
}

const MAX_POINTS = 8;

/** Computes the content of a figure; null when its newest row has no number. */
export function figureView(spec: FigureSpec, data: DatasetView): FigureView | null {
  const readings = filterRows(data.rows, spec.where).map((row) => toReading(row, spec.value));
  const now = readings.at(-1);
  if (!now || now.value === null) return null;
  const then = spec.ago === undefined ? undefined : findThen(readings, now, spec.ago);
  return {
    value: write(now, spec),
    unit: spec.unit ?? null,
    label: spec.label ?? data.title,
    past: then && now.date ? `from ${write(then, spec)} ${writeWhen(then, now.date, spec)}` : null,
    change: then ? printChange(then, now) : null,
    note: spec.note ?? null,
    chart: findChart(spec, data, readings),
    rows: then ? [now.row, then.row] : [now.row],
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

function write({ value, exact }: Reading, { format }: FigureSpec): string {
  return formatNumber(value ?? 0, { exact, ...(format ? { format } : {}) });
}

/** Formats the period only when it matches exactly, and the date otherwise. */
function writeWhen({ date }: Reading, now: string, { ago = '' }: FigureSpec): string {
  const period = parsePeriod(ago);
  if (!period || date === null) return 'before';
  if (subtractPeriod(now, period) !== date) return `in ${printDate(date, 'month')}`;
  return `${period.amount === 1 ? printPeriod(period).replace('1', 'a') : printPeriod(period)} earlier`;
}

function findChart(
  spec: FigureSpec,
  data: DatasetView,
  readings: readonly Reading[],
): ChartView | null {
  const points = readings.filter(({ value, date }) => value !== null && date !== null);
  if (spec.chart === 'none' || points.length < 2) return null;
  const { where, format, value } = spec;
  const chart = chartView(
    {
      data: data.name,
      type: spec.chart ?? 'column',
      x: 'date',
      y: value,
      limit: MAX_POINTS,
      ...(where ? { where } : {}),
      ...(format ? { format } : {}),
    },
    data,
  );
  return { ...chart, caption: spec.label ?? data.title };
}
