import type { ChartView } from '../../../talk/blocks/chart/chart-view.ts';
import type { ChartPoint } from '../../../talk/blocks/chart/chart-series.ts';
import type { ChartSeries } from '../../../talk/blocks/chart/chart-series.ts';
import { layMark } from '../annotate.ts';
import { boxOf } from '../layout/box.ts';
import { layDot } from '../mark.ts';
import { keepInside, layText, type Plot } from '../plot.ts';
import type { Mark, PathMark, PathPoint } from '../scene.ts';
import { TEXT, textWidth } from '../chart-text.ts';
import { thinPoints } from '../thin.ts';

/** Layout of a line chart. */
export interface Lines {
  view: ChartView;
  plot: Plot;
  /** Left and right edge of the drawing. */
  bounds: readonly [number, number];
  /** Text size of values. */
  size: number;
  /** Whether all values are written. */
  isDirect: boolean;
  toX(place: number): number;
  toY(value: number): number;
  /** Absent where places are names. */
  toDay?(day: number): number;
}

const DOTTED = 12;
const FEW = 3;

/** Draws a line with its dots, and the area below it if visible. */
export function layPath(series: ChartSeries, lines: Lines): Mark[] {
  const { view, plot } = lines;
  const points = series.points.map((point, place) => toPoint(point, place, lines));
  const drawn = thinPoints(points, plot.right - plot.left);
  const path = (look: string, base: number | null): PathMark => ({
    kind: 'path',
    key: `${look} ${series.key}`,
    look: `${look} tone-${series.tone}`,
    base,
    points: drawn,
  });
  // With a few points, the empty room down to zero would look like missing data.
  const isSparse = view.series.length === 1 && view.places.length <= FEW && view.min === 0;
  const look = isSparse ? 'ground' : 'area';
  const fill = view.type === 'area' || isSparse ? [path(look, toZero(lines))] : [];
  const dots = series.points.flatMap((point, place): Mark[] => {
    const at = points[place];
    if (!at || !isDotted(points, place, view, point)) return [];
    const r = view.series.length === 1 ? 8 : 7;
    return [layDot(`${series.key} ${at.key}`, { ...point, tone: series.tone }, [at.x, at.y], r)];
  });
  return [...fill, path('line', null), ...dots];
}

/** Returns the height of zero, or of the end of the axis next to it. */
export function toZero({ view, toY }: Pick<Lines, 'view' | 'toY'>): number {
  return toY(Math.max(view.min, Math.min(0, view.max)));
}

/** Writes the values of a single line: all, or only the newest when there are many. */
export function layValues({ view, size, bounds, isDirect, toX, toY }: Lines): Mark[] {
  const points = view.series[0]?.points ?? [];
  const last = points.findLastIndex(({ value, isShown }) => value !== null && isShown);
  return points.flatMap((point, place): Mark[] => {
    if (point.value === null || !point.isShown || point.label === '') return [];
    if (!isDirect && place !== last) return [];
    const own = place === last || size < TEXT.large ? size : size * 0.8;
    const width = textWidth(point.label, own, true);
    const { above, aside } = pickSide(points, place);
    const x = keepInside(toX(place) + aside * width, width, bounds);
    const y = toY(point.value) + (above ? -18 : own + 6);
    const look = place === last ? 'strong' : 'strong soft';
    return [layText(`value ${view.places[place]?.key}`, look, point.label, [x, y], own, 'middle')];
  });
}

/** Labels the gaps of a single line. */
export function layGaps({ view, plot, toX }: Lines): Mark[] {
  if (view.series.length !== 1) return [];
  return (view.series[0]?.points ?? []).flatMap(({ value, label, isShown }, place): Mark[] => {
    if (value !== null || !isShown || label === '') return [];
    const at: [number, number] = [toX(place), plot.bottom - 12];
    return [layText(`gap ${view.places[place]?.key}`, 'faint', label, at, TEXT.small, 'middle')];
  });
}

/** Compares the newest value with the marked one. */
export function layComparison(lines: Lines): Mark[] {
  const { view, plot, toX, toY } = lines;
  const [, width] = lines.bounds;
  if (!view.mark) return [];
  const { series, from, to } = view.mark;
  const points = view.series[series]?.points ?? [];
  const at = (place: number): [number, number] => [toX(place), toY(points[place]?.value ?? 0)];
  const bounds: [number, number] = [plot.top, plot.bottom];
  const labels = layValues(lines).flatMap((mark) => (mark.kind === 'text' ? [boxOf(mark)] : []));
  return layMark(view, { then: at(from), now: at(to), edge: toX(to), bounds, width, labels });
}

function toPoint(point: ChartPoint, place: number, { view, toX, toY }: Lines): PathPoint | null {
  if (point.value === null || !point.isShown) return null;
  return { key: view.places[place]?.key ?? '', x: toX(place), y: toY(point.value) };
}

/** Reports whether a point has a dot: with many points, only the newest, inexact and isolated ones do. */
function isDotted(
  points: readonly (PathPoint | null)[],
  place: number,
  { places }: ChartView,
  { exact }: ChartPoint,
): boolean {
  const isLone = !points[place - 1] && !points[place + 1];
  return places.length <= DOTTED || isLone || place === points.length - 1 || !exact;
}

/** Picks the side of a label so that it clears the line: below in a valley, outside on a slope. */
function pickSide(points: readonly ChartPoint[], place: number): { above: boolean; aside: number } {
  const here = points[place]?.value ?? 0;
  const before = points[place - 1]?.value ?? null;
  const after = points[place + 1]?.value ?? null;
  const falls = before !== null && before > here;
  const rises = after !== null && after > here;
  if (falls && rises && here > 0) return { above: false, aside: 0 };
  return { above: true, aside: (falls ? 0.3 : 0) - (rises ? 0.3 : 0) };
}
