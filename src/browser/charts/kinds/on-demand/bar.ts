import type { ChartView } from '../../../../talk/blocks/chart/chart-view.ts';
import type { PastValue } from '../../../../talk/blocks/chart/chart-series.ts';
import type { ChartPoint } from '../../../../talk/blocks/chart/chart-series.ts';
import { endOfBar, layBar } from '../../mark.ts';
import { layHeader, layText, widest } from '../../plot.ts';
import { hasValues, hideValues, layAboveAxis } from '../../layout/row-axis.ts';
import { layRows, middleOf, type Rows } from '../../layout/bar-rows.ts';
import { scaleLinear } from '../../scale.ts';
import type { Extent, Mark, Scene } from '../../scene.ts';
import { TEXT, textWidth } from '../../chart-text.ts';

const VALUE_GAP = 12;
/** Half of the height of a bar, and of one of few. */
const MAX_THICKNESS = { usual: 26, few: 52 };
/** The least width for bars beside their names and values. */
const MIN_BARS = 60;
const MAX_CHANGES_SHARE = 0.4;

/** Lays out one bar for each row, with its value at the end and a mark at its earlier value. */
export function layHorizontalBars(view: ChartView, extent: Extent): Scene {
  const header = layHeader(view, extent);
  const all = view.series[0]?.points ?? [];
  const rows = layRows(view, extent, {
    top: header.bottom,
    measure: (one) => MIN_BARS + sumSides(measureSides(all, one, 0).sides),
  });
  const points = all.slice(0, rows.count);
  const room = extent.width - rows.left;
  const { sides, hasChanges } = measureSides(points, rows.size, room);
  if (hasValues(view) && room - sumSides(sides) < MIN_BARS / 2)
    return layAboveAxis(hideValues(view), extent, layHorizontalBars);
  const range: [number, number] = [rows.left + sides.low, extent.width - sides.high];
  const toX = scaleLinear([Math.min(0, view.min), Math.max(0, view.max)], range);
  const marks = points.flatMap((point, index) => {
    const key = view.places[index]?.key ?? '';
    if (!point.isShown) return [];
    return layRow(key, point, { rows, y: middleOf(rows, index), hasChanges, toX });
  });
  const [x, y2] = [toX(0), rows.top + rows.height * rows.count];
  const zero: Mark = { kind: 'line', key: 'zero', look: 'axis', x1: x, x2: x, y1: rows.top, y2 };
  const plot = {
    left: rows.left,
    right: range[1],
    top: rows.top,
    bottom: y2,
  };
  const frame = { plot, head: header.bottom, isSideways: true, toValue: toX, toPoint: () => null };
  return { ...extent, marks: [...header.marks, ...rows.marks, ...marks, zero], frame };
}

interface Row {
  rows: Rows;
  y: number;
  hasChanges: boolean;
  toX(value: number): number;
}

function layRow(key: string, point: ChartPoint, { rows, y, hasChanges, toX }: Row): Mark[] {
  const { value, label, past } = point;
  const { size } = rows;
  const base = y + size / 3;
  if (value === null)
    return [layText(`gap ${key}`, 'faint', label, [toX(0) + VALUE_GAP, base], size)];
  const half = Math.min(rows.height * 0.34, MAX_THICKNESS[rows.isFew ? 'few' : 'usual']);
  const [zero, tip] = [toX(0), endOfBar(value, toX)];
  const [x0, x1] = [Math.min(zero, tip), Math.max(zero, tip)];
  const bar = layBar(key, point, [x0, x1], [y - half, y + half]);
  const was = past ? toX(past.value) : toX(value);
  const marks: Mark[] = [{ ...bar, enter: { opacity: 1, width: 0, x: zero } }];
  if (past) marks.push(layPast(key, was, [y - half - 5, y + half + 5]));
  // A value stands on the side to which its bar points.
  const [end, away, anchor] =
    value < 0 ? [Math.min(x0, was), -1, 'end' as const] : [Math.max(x1, was), 1, 'start' as const];
  const at = end + away * VALUE_GAP;
  marks.push(layText(`value ${key}`, 'strong', label, [at, base], size, anchor));
  if (!past || !hasChanges) return marks;
  const after = at + away * (textWidth(label, size, true) + VALUE_GAP);
  const change = layText(`change ${key}`, 'soft', fromOf(past), [after, base], TEXT.small, anchor);
  return [...marks, change];
}

function layPast(key: string, x: number, [y1, y2]: readonly [number, number]): Mark {
  return { kind: 'line', key: `past ${key}`, look: 'past', x1: x, x2: x, y1, y2 };
}

interface Sides {
  low: number;
  high: number;
}

/** Measures the room for values on both sides of the bars; in a small chart, only marks show earlier values. */
function measureSides(
  points: readonly ChartPoint[],
  size: number,
  room: number,
): { sides: Sides; hasChanges: boolean } {
  const low = points.filter(({ value }) => (value ?? 0) < 0);
  const high = points.filter(({ value }) => (value ?? 0) >= 0);
  const changes = { low: measureChanges(low), high: measureChanges(high) };
  const hasChanges = changes.low + changes.high < room * MAX_CHANGES_SHARE;
  const sides = {
    low: measureValues(low, size) + (hasChanges ? changes.low : 0),
    high: measureValues(high, size) + (hasChanges ? changes.high : 0),
  };
  return { sides, hasChanges };
}

function sumSides({ low, high }: Sides): number {
  return low + high;
}

function measureValues(points: readonly ChartPoint[], size: number): number {
  if (points.length === 0) return 0;
  const labels = points.map(({ label }) => label);
  return widest(labels, size, true) + VALUE_GAP + 4;
}

function measureChanges(points: readonly ChartPoint[]): number {
  const changes = points.flatMap(({ past }) => (past ? [fromOf(past)] : []));
  return changes.length > 0 ? widest(changes, TEXT.small) + VALUE_GAP : 0;
}

function fromOf({ label, change }: PastValue): string {
  if (label === '') return '';
  return change === null ? `from ${label}` : `from ${label}, ${change}`;
}
