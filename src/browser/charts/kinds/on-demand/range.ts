import type { ChartPoint, ValueRange } from '../../../../talk/blocks/chart/chart-series.ts';
import type { ChartView } from '../../../../talk/blocks/chart/chart-view.ts';
import { viewRange } from '../../../../talk/blocks/chart/kinds/range-view.ts';
import { hasValues, hideValues, layAboveAxis } from '../../layout/row-axis.ts';
import { layRows, middleOf, type Rows } from '../../layout/bar-rows.ts';
import { layDot, layStroke } from '../../mark.ts';
import { layHeader, layText, widest } from '../../plot.ts';
import { scaleValues } from '../../scale.ts';
import type { Extent, Mark, Scene } from '../../scene.ts';
import { layRangeColumns } from './range-columns.ts';

const GAP = 18;
const RADIUS = 7;
const THICK = 12;
const CAP = 9;
const MIN_BAND = 4;
/** The least share of the width for the marks, before the ends of ranges are left to the table. */
const MIN_PLOT = 0.3;

/** Ranges from a lowest to a highest value, with or without a value between them. */
export const RANGE = { view: viewRange, lay: layRanges };

/** The least width for ranges beside their names and values. */
const MIN_RANGES = 60;

/** Lays out ranges as rows of names, or as columns along dates. */
function layRanges(view: ChartView, extent: Extent): Scene {
  const isTime = view.places.every(({ day }) => day !== null);
  return isTime ? layRangeColumns(view, extent) : layRangeRows(view, extent);
}

function layRangeRows(view: ChartView, extent: Extent): Scene {
  const header = layHeader(view, extent);
  const all = view.series[0]?.points ?? [];
  const measure = (size: number): number => MIN_RANGES + measureWords(all, size);
  const rows = layRows(view, extent, { top: header.bottom, measure });
  const points = all.slice(0, rows.count);
  const words = planWords(points, rows, extent);
  const right = extent.width - words.room;
  if (hasValues(view) && right - rows.left < MIN_RANGES)
    return layAboveAxis(hideValues(view), extent, layRangeRows);
  const range = [rows.left + RADIUS, right - RADIUS] as const;
  const toX = scaleValues(view, [view.min, view.max], range);
  const marks = points.flatMap((point, index) => {
    const key = view.places[index]?.key ?? '';
    const row = { rows, y: middleOf(rows, index), right, words, toX };
    return point.isShown ? layRow(key, point, row) : [];
  });
  const bottom = rows.top + rows.height * rows.count;
  const plot = { left: rows.left, right, top: rows.top, bottom };
  const frame = { plot, head: header.bottom, isSideways: true, toValue: toX, toPoint: () => null };
  return { ...extent, marks: [...header.marks, ...rows.marks, ...marks], frame };
}

/** The columns of text at the right: values, and the ends of ranges where they have room. */
interface Words {
  room: number;
  /** Width of the values and the gap after them. */
  values: number;
  hasEnds: boolean;
}

/** Returns the least room for words beside the ranges: for values, or for ends where there are none. */
function measureWords(points: readonly ChartPoint[], size: number): number {
  const values = measureValues(points, size);
  return GAP + (values > 0 ? values : widest(points.map(writeEnds), size));
}

function measureValues(points: readonly ChartPoint[], size: number): number {
  const labels = points.flatMap(({ value, range, label }) =>
    value === null || range?.hasMiddle === false ? [] : [label],
  );
  return labels.length > 0 ? widest(labels, size, true) + GAP : 0;
}

function planWords(points: readonly ChartPoint[], rows: Rows, { width }: Extent): Words {
  const { size, left } = rows;
  const values = measureValues(points, size);
  const ends = widest(points.map(writeEnds), size);
  const hasEnds = values === 0 || width - left - values - ends - GAP > width * MIN_PLOT;
  return { room: GAP + values + (hasEnds ? ends : 0), values, hasEnds };
}

function writeEnds({ range }: ChartPoint): string {
  return range && range.lowLabel !== '' ? `${range.lowLabel} to ${range.highLabel}` : '';
}

interface Row {
  rows: Rows;
  y: number;
  right: number;
  words: Words;
  toX(value: number): number;
}

function layRow(key: string, point: ChartPoint, { rows, y, right, words, toX }: Row): Mark[] {
  const { value, label, range } = point;
  const { size, left } = rows;
  const base = y + size / 3;
  if (value === null) return [layText(`gap ${key}`, 'faint', label, [left, base], size)];
  const guide = layStroke(`guide ${key}`, 'grid', [left, y], [right, y]);
  const [start, after] = [right + GAP, right + GAP + words.values];
  const ends = layText(`ends ${key}`, 'soft', writeEnds(point), [after, base], size);
  const written = range && words.hasEnds ? [ends] : [];
  if (range?.hasMiddle === false)
    return [guide, layBand(key, point, range, { y, toX }), ...written];
  const dot = layDot(key, point, [toX(value), y], RADIUS);
  const strong = layText(`value ${key}`, 'strong', label, [start, base], size);
  const whisker = range ? layWhisker(key, point, [toX(range.low), toX(range.high)], y) : [];
  return [guide, ...whisker, dot, strong, ...written];
}

/** Draws a range as a bar. */
function layBand(
  key: string,
  { tone, exact }: ChartPoint,
  { low, high }: ValueRange,
  { y, toX }: Pick<Row, 'y' | 'toX'>,
): Mark {
  const look = `bar tone-${tone}${exact ? '' : ' inexact'}`;
  const [x, end] = [toX(low), toX(high)];
  const width = Math.max(MIN_BAND, end - x);
  return { kind: 'rect', key, look, x, y: y - THICK / 2, width, height: THICK, radius: 2 };
}

/** Draws a range as a line with ends, as around a measured value. */
function layWhisker(
  key: string,
  { tone }: ChartPoint,
  [x0, x1]: readonly [number, number],
  y: number,
): Mark[] {
  const look = `whisker tone-${tone}`;
  return [
    layStroke(`range ${key}`, look, [x0, y], [x1, y]),
    layStroke(`least ${key}`, look, [x0, y - CAP], [x0, y + CAP]),
    layStroke(`most ${key}`, look, [x1, y - CAP], [x1, y + CAP]),
  ];
}
