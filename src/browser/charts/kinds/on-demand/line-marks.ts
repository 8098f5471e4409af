import type { ChartView } from '../../../../talk/blocks/chart/chart-view.ts';
import type { ChartPoint } from '../../../../talk/blocks/chart/chart-series.ts';
import type { ChartSeries } from '../../../../talk/blocks/chart/chart-series.ts';
import { layMark } from '../../annotate.ts';
import { TEXT } from '../../chart-text.ts';
import { boxOf } from '../../layout/box.ts';
import { layDot } from '../../mark.ts';
import type { LineNames } from '../../layout/line-ends.ts';
import { layGaps } from '../../layout/gaps.ts';
import type { Plot } from '../../plot.ts';
import type { Mark, PathMark, PathPoint, TextMark } from '../../scene.ts';
import { thinPoints } from '../../thin.ts';

/** Layout of a line chart. */
export interface Lines {
  view: ChartView;
  plot: Plot;
  /** Left and right edge of the drawing. */
  bounds: readonly [number, number];
  names: LineNames;
  /** The points of each series; null where there is none. */
  paths: (PathPoint | null)[][];
  toX(place: number): number;
  toY(value: number): number;
  /** Absent where places are names. */
  toDay?(day: number): number;
}

const DOTTED = 12;
const FEW = 3;
/** Room between the words of a gap and the line of zero. */
const GAP = { above: 12, below: TEXT.small + 4 };

/** Draws a line with its dots, and the area below it if visible. */
export function layPath(series: ChartSeries, index: number, lines: Lines): Mark[] {
  const { view, plot } = lines;
  const points = lines.paths[index] ?? [];
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

/** Returns the height of zero, or of the end of the axis next to it. An axis can end above the greatest value. */
export function toZero({ view, plot, toY }: Pick<Lines, 'view' | 'plot' | 'toY'>): number {
  return Math.max(plot.top, toY(Math.max(view.min, 0)));
}

/** Names the gaps of a single line. */
export function layLineGaps(lines: Lines): Mark[] {
  const { view, plot, toX } = lines;
  const [only] = view.series;
  if (!only || view.series.length > 1) return [];
  const bounds = [plot.left, plot.right] as const;
  const zero = toZero(lines);
  // Where all values are below zero, the room is there.
  const y = view.max > 0 || view.min === 0 ? zero - GAP.above : zero + GAP.below;
  return layGaps(only.points, { bounds, y, toX });
}

/** Compares the newest value with the marked one. */
export function layComparison(lines: Lines, values: readonly TextMark[]): Mark[] {
  const { view, plot, toX, toY } = lines;
  const [, width] = lines.bounds;
  if (!view.mark) return [];
  const { series, from, to } = view.mark;
  const points = view.series[series]?.points ?? [];
  const at = (place: number): [number, number] => [toX(place), toY(points[place]?.value ?? 0)];
  const bounds: [number, number] = [plot.top, plot.bottom];
  return layMark(view, {
    then: at(from),
    now: at(to),
    edge: toX(to),
    bounds,
    width,
    labels: values.map(boxOf),
  });
}

/** Returns the points of a series; null where it has no value. */
export function toPath(
  { points }: ChartSeries,
  { view, toX, toY }: Pick<Lines, 'view' | 'toX' | 'toY'>,
): (PathPoint | null)[] {
  return points.map(({ value, isShown }, place) => {
    if (value === null || !isShown) return null;
    return { key: view.places[place]?.key ?? '', x: toX(place), y: toY(value) };
  });
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
