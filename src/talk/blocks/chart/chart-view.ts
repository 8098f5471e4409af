import {
  pickStyle,
  writeNumber,
  type ChartPoint,
  type ChartSeries,
  type NumberStyle,
  type PastValue,
} from './chart-series.ts';
import type { DatasetView } from '../../model/dataset.ts';
import { printDate } from '../../data/date.ts';
import { isPercentage } from '../../data/value/growth.ts';
import { isBinary } from '../../data/value/prefix.ts';
import type { NotPositive } from '../../problems/chart-problems.ts';
import { findAgo, printChange } from '../change.ts';
import { findNotPositive, findRange } from './chart-range.ts';
import { readChart, type Reading } from './chart-rows.ts';
import type { ChartSpec, ChartType } from './chart-spec.ts';
import type { ChartNote } from './chart-note.ts';
import { findShared, type SharedRows } from './chart-shared.ts';
import type { Across, ChartTexts } from './chart-texts.ts';
import { toPlaces, type ChartPlace } from './chart-place.ts';
import { pickTone, tonePoints } from './chart-tone.ts';

/** The content of a chart as texts and numbers; the drawing code decides its look. */
export interface ChartView {
  type: ChartType;
  /** Written above the chart; null for nothing. */
  title: string | null;
  /** Description of the chart for screen readers. */
  caption: string;
  unit: string | null;
  /** What is said of its incomplete periods; null for nothing. */
  remark: string | null;
  /** Name of the column along the chart. */
  head: string;
  places: ChartPlace[];
  series: ChartSeries[];
  /** Lowest value on the axis; includes zero unless the author said otherwise. */
  min: number;
  max: number;
  scale: 'linear' | 'log';
  /** A value that has no place on a logarithmic axis; null for none. */
  notPositive: NotPositive | null;
  mark: ChartMark | null;
  /** Empty until they are added. */
  notes: ChartNote[];
  /** How ticks are written. */
  format: ChartSpec['format'];
  /** Rows of which the drawing could show only one; null for none. */
  shared: SharedRows | null;
  /** A second axis; null in most kinds. */
  across: Across | null;
  /** Small charts of one kind; null for a chart alone. */
  facets: ChartFacet[] | null;
  /** Texts on top of stacks; null for the sums of their values. */
  totals: string[] | null;
  /** Rows without a value that is needed to draw them. */
  absent: number;
  /** The texts of its table; null for a column for each series. */
  texts: ChartTexts | null;
}

/** One of several small charts. */
export interface ChartFacet {
  name: string;
  view: ChartView;
  /** False until its step. */
  isShown: boolean;
}

/** Compares the newest place with an earlier one, by index. */
export interface ChartMark {
  series: number;
  from: number;
  to: number;
  change: string;
}

/** The text in the place of a missing value. */
export const MISSING = 'no data';

/** Computes the content of a chart; wrong cells count as missing data here, because the compiler reports them. */
export function chartView(written: ChartSpec, data: DatasetView): ChartView {
  const unit = written.unit ?? data.unit;
  const isPercent = unit === '%' && written.format === undefined;
  const format = written.format ?? pickFormat(unit);
  const spec: ChartSpec = format === undefined ? written : { ...written, format };
  const chart = readChart(spec, data);
  const readings = chart.readings;
  const places = toPlaces(spec, chart);
  const highlights = [spec.highlight ?? []].flat();
  const names = [...new Set(readings.map((reading) => reading.series))];
  const readingsOf = groupReadings(readings);
  const style = pickStyle(readings, spec, unit);
  const series = names.map((name, index): ChartSeries => {
    const tone = pickTone(name, index, names, highlights);
    const found = readingsOf.get(name);
    const points = places.map(({ key }) => toPoint(found?.get(key) ?? [], spec, tone, style));
    return { key: name, name, tone, points };
  });
  const view: ChartView = {
    type: spec.type,
    title: spec.title ?? null,
    caption: spec.title ?? data.title,
    // Values carry their own percent signs.
    unit: isPercent ? null : unit,
    remark: data.part?.remarks.join('; ') || null,
    head: chart.head,
    places,
    series: spec.type === 'stacked' ? series : tonePoints(series, places, spec, highlights),
    ...findRange(series, spec, unit),
    scale: spec.scale ?? 'linear',
    notPositive: spec.scale === 'log' ? findNotPositive(readings, data.name) : null,
    mark: null,
    notes: [],
    format: spec.format,
    shared: findShared(readingsOf, chart.columns),
    across: null,
    facets: null,
    totals: null,
    absent: 0,
    texts: null,
  };
  return { ...view, mark: findMark(view, spec) };
}

/** Picks the format in which numbers carry their unit; undefined for other units. */
export function pickFormat(unit: string | null): ChartSpec['format'] {
  if (unit === '%') return 'percent';
  return isBinary(unit) ? 'compact' : undefined;
}

/** Groups readings by series and place; a search for each point is slow with thousands of readings. */
function groupReadings(readings: readonly Reading[]): Map<string, Map<string, Reading[]>> {
  const groups = new Map<string, Map<string, Reading[]>>();
  for (const reading of readings) {
    let ofSeries = groups.get(reading.series);
    if (!ofSeries) groups.set(reading.series, (ofSeries = new Map()));
    const ofPlace = ofSeries.get(reading.key);
    if (ofPlace) ofPlace.push(reading);
    else ofSeries.set(reading.key, [reading]);
  }
  return groups;
}

function toPoint(
  found: readonly Reading[],
  spec: ChartSpec,
  tone: number,
  style: NumberStyle,
): ChartPoint {
  const now = found.at(-1);
  const value = now?.value ?? null;
  const exact = now?.exact ?? true;
  const label = value === null ? MISSING : writeNumber(value, exact, style);
  const past = now ? findPast(now, found, spec, style) : null;
  return { value, exact, label, tone, isShown: true, past };
}

/** Finds the value to compare with among rows that share a place. */
function findPast(
  now: Reading,
  found: readonly Reading[],
  { mark }: ChartSpec,
  style: NumberStyle,
): PastValue | null {
  const then = mark && found[findAgo(found, now.date, mark)];
  if (!then || then.value === null) return null;
  const { value, exact } = then;
  const label = writeNumber(value, exact, style);
  return {
    value,
    exact,
    label,
    date: then.date === null ? '' : printDate(then.date),
    change: printChange(then, now, isPercentage(style.exact.unit, style.exact.format)),
  };
}

function findMark(view: ChartView, { mark }: ChartSpec): ChartMark | null {
  const { series: all, places, unit, format } = view;
  if (all.length !== 1) return null;
  const series = 0;
  const points = all[series]?.points ?? [];
  const to = points.findLastIndex(({ value }) => value !== null);
  const dated = points.map(({ value }, index) => {
    const place = places[index];
    return { value, date: place && place.day !== null ? place.key : null };
  });
  const from = mark === undefined ? -1 : findAgo(dated, dated[to]?.date ?? null, mark);
  const [then, now] = [points[from], points[to]];
  const change = then && now ? printChange(then, now, isPercentage(unit, format)) : null;
  return change === null ? null : { series, from, to, change };
}
