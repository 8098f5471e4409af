import type { ChartView } from '../../../../talk/blocks/chart/chart-view.ts';
import { layLegend } from '../../legend.ts';
import { layDot, layPattern } from '../../mark.ts';
import { layHeader, layText, widest } from '../../plot.ts';
import { layRows, middleOf, type Rows } from '../../layout/bar-rows.ts';
import { scaleValues } from '../../scale.ts';
import type { Extent, Mark, Scene } from '../../scene.ts';
import { textWidth } from '../../chart-text.ts';

interface Dot {
  key: string;
  x: number;
  label: string;
  exact: boolean;
  tone: number;
}

const RADIUS = 9;
const GAP = 20;
/** The least width for dots beside their names and values. */
const MIN_DOTS = 60;

/** Lays out a row of dots for each name: its values, or the value and its earlier value, joined by a line. */
export function layDots(view: ChartView, extent: Extent): Scene {
  const header = layHeader(view, extent);
  const legend = layLegend(view, header, extent);
  const measure = (size: number): number => MIN_DOTS + sum(measureSides(view, size));
  const rows = layRows(view, extent, { top: legend.bottom, measure });
  const toX = scaleDots(view, rows, extent);
  const marks = view.places.slice(0, rows.count).flatMap(({ key }, place) => {
    const y = middleOf(rows, place);
    const dots = listDots(view, place, toX);
    const at: [number, number] = [rows.left + GAP, y + rows.size / 3];
    if (dots.length > 0) return layRow(key, dots, y, rows);
    if (isHidden(view, place)) return [];
    const missing = view.series[0]?.points[place]?.label ?? '';
    return [layText(`gap ${key}`, 'soft', missing, at, rows.size)];
  });
  const bottom = rows.top + rows.height * rows.count;
  const plot = { left: rows.left, right: extent.width, top: rows.top, bottom };
  const frame = { plot, head: legend.bottom, isSideways: true, toValue: toX, toPoint: () => null };
  return { ...extent, marks: [...header.marks, ...legend.marks, ...rows.marks, ...marks], frame };
}

function scaleDots(view: ChartView, rows: Rows, { width }: Extent): (value: number) => number {
  const [low, high] = measureSides(view, rows.size);
  const range: [number, number] = [rows.left + low, width - high];
  return scaleValues(view, [view.min, view.max], range);
}

/** Measures the room for values left and right of the dots. */
function measureSides(view: ChartView, size: number): [number, number] {
  const labels = view.series.flatMap(({ points }) =>
    points.flatMap(({ label, past }) => (past ? [label, past.label] : [label])),
  );
  const side = widest(labels, size, true) + GAP;
  const hasLeft = view.series.length > 1 || labels.length > view.places.length;
  return [hasLeft ? side : RADIUS, side];
}

function sum([low, high]: readonly [number, number]): number {
  return low + high;
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
      const now = { key, x: toX(point.value), label, exact, tone };
      if (!past || view.series.length > 1) return [now];
      return [{ ...now, ...past, key: 'past', x: toX(past.value), tone: 0 }, now];
    })
    .sort((a, b) => a.x - b.x);
}

/** Labels the lowest dot on its left and the highest on its right; a single dot on its right. */
function layRow(row: string, dots: readonly Dot[], y: number, rows: Rows): Mark[] {
  const { size } = rows;
  const [first, last] = [dots[0], dots.at(-1)];
  if (!first || !last) return [];
  const circles = dots.flatMap((dot) => {
    const circle = layDot(`${row} ${dot.key}`, dot, [dot.x, y], RADIUS);
    return [circle, ...layPattern(circle, dot.tone)];
  });
  const right = layValue(row, last, [last.x + GAP, y + size / 3], size);
  if (first === last) return [layGuide(row, [rows.left, first.x], y), ...circles, right];
  const left = layValue(row, first, [first.x - GAP, y + size / 3], size);
  const start = first.x - GAP * 1.5 - textWidth(first.label, size, true);
  const join = stroke(`join ${row}`, 'join', [first.x, last.x], y);
  return [layGuide(row, [rows.left, start], y), join, ...circles, left, right];
}

/** Draws a guide from a name to its first value. */
function layGuide(row: string, [from, to]: readonly [number, number], y: number): Mark {
  return stroke(`guide ${row}`, 'grid', [from, Math.max(from, to)], y);
}

function layValue(row: string, dot: Dot, at: readonly [number, number], size: number): Mark {
  const anchor = at[0] < dot.x ? 'end' : 'start';
  const look = `strong ink-${dot.tone}`;
  return layText(`value ${row} ${dot.key}`, look, dot.label, at, size, anchor);
}

function stroke(key: string, look: string, [x1, x2]: readonly [number, number], y: number): Mark {
  return { kind: 'line', key, look, x1, x2, y1: y, y2: y };
}
