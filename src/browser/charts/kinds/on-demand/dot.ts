import { MIN_ROW } from '../../../../talk/blocks/chart/chart-room.ts';
import type { ChartView } from '../../../../talk/blocks/chart/chart-view.ts';
import { layLegend } from '../../legend.ts';
import { layDot } from '../../mark.ts';
import { layShape } from '../../shape.ts';
import { layHeader, layText, widest, type Plot } from '../../plot.ts';
import { boxOf, cutUpright } from '../../layout/box.ts';
import { hasValues, hideValues, layAboveAxis } from '../../layout/row-axis.ts';
import { layRows, middleOf } from '../../layout/bar-rows.ts';
import { scaleValues } from '../../scale.ts';
import type { Extent, Mark, Scene } from '../../scene.ts';
import { TEXT, textWidth } from '../../chart-text.ts';
import { layMissing, measureMissing, writeMissing } from './missing-dots.ts';

interface Dot {
  key: string;
  x: number;
  label: string;
  exact: boolean;
  tone: number;
  isNegative: boolean;
  /** Whether it is one of several series. */
  isOfSeries: boolean;
}

/** Where the guides of rows start, the size of values, and that of dots. */
interface Row {
  start: number;
  size: number;
  r: number;
}

const RADIUS = 9;
const GAP = 20;
/** The least width for dots beside their names and values. */
const MIN_DOTS = 60;
/** The width for dots beside names of missing series, and the largest part of the drawing for these. */
const WIDE_DOTS = 160;
const MAX_SHARE = 0.3;

/** Only the first and the last of a row of dots have their values beside them. */
const MAX_WRITTEN = 2;

/** Lays out a row of dots for each name: its values, or the value and its earlier value, joined by a line. */
export function layDots(view: ChartView, extent: Extent): Scene {
  const header = layHeader(view, extent);
  const height = extent.height - header.bottom - view.places.length * MIN_ROW;
  const legend = layLegend(view, header, extent, layShape, height);
  const least = measureMissing(view);
  const end = least > 0 ? least + GAP : 0;
  const measure = (size: number): number => MIN_DOTS + sum(measureSides(view, size)) + end;
  const rows = layRows(view, extent, { top: legend.bottom, measure });
  const sides = measureSides(view, rows.size);
  const room = extent.width - rows.left - sum(sides) - end;
  const isShort = hasValues(view) && room < MIN_DOTS / 2;
  if (extent.hasAxis !== true && (isShort || view.series.length > MAX_WRITTEN)) {
    const own = isShort ? hideValues(view) : view;
    return layAboveAxis(own, { ...extent, hasAxis: true }, layDots);
  }
  const missing = writeMissing(view, Math.min(room - WIDE_DOTS, extent.width * MAX_SHARE));
  const words = widest(missing, TEXT.small);
  const right = extent.width - sides[1] - (words > 0 ? words + GAP : 0);
  const toX = scaleValues(view, [view.min, view.max], [rows.left + sides[0], right]);
  const hasZero = view.min < 0 && view.max > 0;
  const start = hasZero ? toX(0) : rows.left;
  // No shape is higher than its row.
  const r = Math.min(RADIUS, rows.height * 0.36);
  const marks = view.places.slice(0, rows.count).flatMap(({ key }, place) => {
    const y = middleOf(rows, place);
    const dots = listDots(view, place, toX);
    const at: [number, number] = [start + GAP, y + rows.size / 3];
    const drawn = layRow(key, dots, y, { start, size: rows.size, r });
    if (isHidden(view, place)) return drawn;
    if (dots.length > 0)
      return [...drawn, ...layMissing(key, missing[place] ?? '', [extent.width, y])];
    const none = view.series[0]?.points[place]?.label ?? '';
    return [layText(`gap ${key}`, 'soft', none, at, rows.size)];
  });
  const bottom = rows.top + rows.height * rows.count;
  const plot = { left: rows.left, right: extent.width, top: rows.top, bottom };
  const zero = hasZero ? layZero(start, plot, marks) : [];
  const frame = { plot, head: legend.bottom, isSideways: true, toValue: toX, toPoint: () => null };
  return {
    ...extent,
    marks: [...header.marks, ...legend.marks, ...rows.marks, ...zero, ...marks],
    frame,
  };
}

/** Draws the line of zero, cut where a value is in its way. */
function layZero(x: number, { top, bottom }: Plot, marks: readonly Mark[]): Mark[] {
  const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [boxOf(mark)] : []));
  return cutUpright(x, [top, bottom], texts).map(([y1, y2], index) => {
    const key = index === 0 ? 'zero' : `zero ${index}`;
    return { kind: 'line', key, look: 'axis', x1: x, x2: x, y1, y2 };
  });
}

/** Measures the room for values left and right of the dots. */
function measureSides(view: ChartView, size: number): [number, number] {
  const isEmpty = view.places.map((_, place) => !hasValue(view, place));
  const labels = view.series.flatMap(({ points }) =>
    points.flatMap(({ value, label, past }, place) => {
      // What a row with other values lacks is written at its end.
      if (value === null && !isEmpty[place]) return [];
      return past ? [label, past.label] : [label];
    }),
  );
  const side = widest(labels, size, true) + GAP;
  const hasLeft = view.min < 0 || view.series.length > 1 || labels.length > view.places.length;
  return [hasLeft ? side : RADIUS, side];
}

function sum([low, high]: readonly [number, number]): number {
  return low + high;
}

function hasValue({ series }: ChartView, place: number): boolean {
  return series.some(({ points }) => typeof points[place]?.value === 'number');
}

function isHidden(view: ChartView, place: number): boolean {
  return view.series.some(({ points }) => points[place]?.isShown === false);
}

function listDots(view: ChartView, place: number, toX: (value: number) => number): Dot[] {
  return view.series
    .flatMap(({ key, tone: own, points }): Dot[] => {
      const point = points[place];
      if (!point || point.value === null || !point.isShown) return [];
      const { label, exact, past } = point;
      const tone = view.series.length === 1 ? point.tone : own;
      const isOfSeries = view.series.length > 1;
      const isNegative = point.value < 0;
      const now = { key, x: toX(point.value), label, exact, tone, isNegative, isOfSeries };
      if (!past || view.series.length > 1) return [now];
      return [
        { ...now, ...past, key: 'past', x: toX(past.value), tone: 0, isNegative: past.value < 0 },
        now,
      ];
    })
    .sort((a, b) => a.x - b.x);
}

/** Labels the lowest dot on its left and the highest on its right; a single dot on the side away from zero. */
function layRow(row: string, dots: readonly Dot[], y: number, { start, size, r }: Row): Mark[] {
  const [first, last] = [dots[0], dots.at(-1)];
  if (!first || !last) return [];
  const circles = dots.map((dot) => {
    const lay = dot.isOfSeries ? layShape : layDot;
    return lay(`${row} ${dot.key}`, dot, [dot.x, y], r);
  });
  const right = layValue(row, last, [last.x + GAP, y + size / 3], size);
  const left = layValue(row, first, [first.x - GAP, y + size / 3], size);
  const measure = ({ label }: Dot): number => GAP * 1.5 + textWidth(label, size, true);
  if (first === last) {
    // Where zero is not on the axis, the guide comes from the side of such a value.
    const isBehind = first.isNegative && start < first.x;
    const end = isBehind ? Math.max(start, first.x - measure(first)) : first.x;
    return [...layGuide(row, [start, end], y), ...circles, first.isNegative ? left : right];
  }
  const end = last.x < start ? last.x + measure(last) : first.x - measure(first);
  const isClear = last.x < start ? end < start : end > start;
  const guide = isClear ? layGuide(row, [start, end], y) : [];
  const join = stroke(`join ${row}`, 'join', [first.x, last.x], y);
  return [...guide, join, ...circles, left, right];
}

/** Draws a guide from the names, or from zero, to the first value. */
function layGuide(row: string, [from, to]: readonly [number, number], y: number): Mark[] {
  return [stroke(`guide ${row}`, 'grid', [Math.min(from, to), Math.max(from, to)], y)];
}

function layValue(row: string, dot: Dot, at: readonly [number, number], size: number): Mark {
  const anchor = at[0] < dot.x ? 'end' : 'start';
  const look = `strong ink-${dot.tone}`;
  return layText(`value ${row} ${dot.key}`, look, dot.label, at, size, anchor);
}

function stroke(key: string, look: string, [x1, x2]: readonly [number, number], y: number): Mark {
  return { kind: 'line', key, look, x1, x2, y1: y, y2: y };
}
