import type { ChartView } from '../../../talk/blocks/chart/chart-view.ts';
import type { PastValue } from '../../../talk/blocks/chart/chart-series.ts';
import type { ChartPoint } from '../../../talk/blocks/chart/chart-series.ts';
import { layBar } from '../mark.ts';
import { layHeader, layText, widest } from '../plot.ts';
import { layRows, middleOf, type Rows } from '../bar-rows.ts';
import { scaleLinear } from '../scale.ts';
import type { Extent, Mark, Scene } from '../scene.ts';
import { TEXT, textWidth } from '../chart-text.ts';

const VALUE_GAP = 12;
const MAX_THICKNESS = 26;
const MAX_CHANGES_SHARE = 0.4;

/** Lays out one bar for each row, with its value at the end and a mark at its earlier value. */
export function layHorizontalBars(view: ChartView, extent: Extent): Scene {
  const header = layHeader(view, extent);
  const rows = layRows(view, extent, header.bottom);
  const points = view.series[0]?.points.slice(0, rows.count) ?? [];
  // In a small chart, only the mark shows the earlier value.
  const changes = measureChanges(points);
  const hasChanges = changes < (extent.width - rows.left) * MAX_CHANGES_SHARE;
  const ends = measureValues(points, rows.size) + (hasChanges ? changes : 0);
  const right = extent.width - ends;
  const toX = scaleLinear([Math.min(0, view.min), Math.max(view.max, 1e-9)], [rows.left, right]);
  const marks = points.flatMap((point, index) => {
    const key = view.places[index]?.key ?? '';
    return point.isShown
      ? layRow(key, point, { rows, y: middleOf(rows, index), hasChanges, toX })
      : [];
  });
  const [x, y2] = [toX(0), rows.top + rows.height * rows.count];
  const zero: Mark = { kind: 'line', key: 'zero', look: 'axis', x1: x, x2: x, y1: rows.top, y2 };
  const plot = { left: rows.left, right, top: rows.top, bottom: y2 };
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
  const { size, left } = rows;
  const base = y + size / 3;
  if (value === null)
    return [layText(`gap ${key}`, 'faint', label, [left + VALUE_GAP, base], size)];
  const half = Math.min(rows.height * 0.34, MAX_THICKNESS);
  const [x0, x1] = [toX(Math.min(0, value)), toX(Math.max(0, value))];
  const bar = layBar(key, point, [x0, x1], [y - half, y + half]);
  const was = past ? toX(past.value) : x1;
  const end = Math.max(x1, was) + VALUE_GAP;
  const marks: Mark[] = [{ ...bar, enter: { opacity: 1, width: 0 } }];
  if (past) marks.push(layPast(key, was, [y - half - 5, y + half + 5]));
  marks.push(layText(`value ${key}`, 'strong', label, [end, base], size));
  if (!past || !hasChanges) return marks;
  const after = end + textWidth(label, size, true) + VALUE_GAP;
  return [...marks, layText(`change ${key}`, 'soft', fromOf(past), [after, base], TEXT.small)];
}

function layPast(key: string, x: number, [y1, y2]: readonly [number, number]): Mark {
  return { kind: 'line', key: `past ${key}`, look: 'past', x1: x, x2: x, y1, y2 };
}

function measureValues(points: readonly ChartPoint[], size: number): number {
  const labels = points.map(({ label }) => label);
  return widest(labels, size, true) + VALUE_GAP + 4;
}

function measureChanges(points: readonly ChartPoint[]): number {
  const changes = points.flatMap(({ past }) => (past ? [fromOf(past)] : []));
  return changes.length > 0 ? widest(changes, TEXT.small) + VALUE_GAP : 0;
}

function fromOf({ label, change }: PastValue): string {
  return change === null ? `from ${label}` : `from ${label}, ${change}`;
}
