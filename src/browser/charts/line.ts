import { scaleLinear } from 'd3';
import type { ChartPoint, ChartSeries, ChartView } from '../../talk/blocks/chart-view.ts';
import { layMark, measureMark } from './annotate.ts';
import { layBaseline, layPlaces, layTicks, measureTicks, pickTicks, PLACE_ROOM } from './axes.ts';
import { layEnds, measureEnds } from './ends.ts';
import { keepInside, layHeader, layText, pickValueSize, widest, type Plot } from './plot.ts';
import { layDot } from './mark.ts';
import type { Extent, Mark, PathMark, Scene } from './scene.ts';
import { TEXT, textWidth } from './text.ts';

/** A chart of this many points or fewer says every value and needs no axis. */
const DIRECT = 8;

/** Where things stand in a line chart. */
interface Lines {
  view: ChartView;
  plot: Plot;
  bounds: readonly [number, number];
  size: number;
  isDirect: boolean;
  toX(place: number): number;
  toY(value: number): number;
}

/** Lays out lines over time or names; an area is a line that is filled down to the axis. */
export function layLines(view: ChartView, extent: Extent): Scene {
  const { header, axis, lines } = planLines(view, extent);
  const { plot, toX, toY, isDirect } = lines;
  const centers = view.places.map((_, place) => toX(place));
  const ground = isDirect ? [layBaseline(plot, plot.bottom)] : layTicks(axis, plot, toY);
  const marks = [
    ...header,
    ...ground,
    ...layPlaces(view.places, centers, lines.bounds, extent.height - 10),
    ...layGaps(lines),
    ...layComparison(lines),
    ...view.series.flatMap((series) => laySeries(series, lines)),
    ...(isDirect ? layValues(lines) : layEnds(view, plot, toX, toY)),
  ];
  return { ...extent, marks };
}

function planLines(view: ChartView, extent: Extent) {
  const isDirect = view.series.length === 1 && view.places.length <= DIRECT;
  const size = pickValueSize(view.places.length, extent);
  const header = layHeader(view, extent);
  const axis = isDirect ? [] : pickTicks(view);
  const points = view.series[0]?.points ?? [];
  const half =
    widest(
      points.map(({ label }) => label),
      size,
      true,
    ) / 2;
  const note = measureMark(view);
  const right = isDirect ? Math.max(half, note) : measureEnds(view) + note;
  const plot: Plot = {
    left: isDirect ? 0 : measureTicks(axis),
    right: extent.width - (isDirect ? note : right),
    top: header.bottom + (isDirect ? size + 16 : 10),
    bottom: extent.height - PLACE_ROOM,
  };
  const inner: [number, number] = [
    plot.left + (isDirect ? half : 8),
    isDirect ? Math.min(plot.right - 8, extent.width - half) : plot.right - 8,
  ];
  const high = axis.at(-1)?.value ?? view.max;
  const toY = scaleLinear([view.min, Math.max(high, view.min + 1e-9)], [plot.bottom, plot.top]);
  const bounds: [number, number] = [0, extent.width];
  const lines: Lines = { view, plot, bounds, size, isDirect, toX: scalePlaces(view, inner), toY };
  return { header: header.marks, axis, lines };
}

/** Places stand as far apart as their dates are, names at equal distances. */
export function scalePlaces(
  { places }: ChartView,
  range: readonly [number, number],
): (place: number) => number {
  const days = places.map(({ day }, index) => day ?? index);
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  if (first === last) return () => (range[0] + range[1]) / 2;
  const scale = scaleLinear([first, last], range);
  return (place) => scale(days[place] ?? first);
}

function laySeries(series: ChartSeries, { view, toX, toY, plot, isDirect }: Lines): Mark[] {
  const points = series.points.map((point, place) =>
    point.value === null || !point.isShown
      ? null
      : { key: view.places[place]?.key ?? '', x: toX(place), y: toY(point.value) },
  );
  const path = (look: string, base: number | null): PathMark => ({
    kind: 'path',
    key: `${look} ${series.key}`,
    look: `${look} tone-${series.tone}`,
    base,
    points,
  });
  const fill = view.type === 'area' ? [path('area', plot.bottom)] : [];
  const dots = series.points.flatMap((point, place): Mark[] => {
    const at = points[place];
    // Among many points only those are marked that need it: the newest, the inexact, and those without neighbours.
    const isLone = !points[place - 1] && !points[place + 1];
    const isMarked = isDirect || isLone || place === series.points.length - 1 || !point.exact;
    return at && isMarked
      ? [layDot(`${series.key} ${at.key}`, { ...point, tone: series.tone }, [at.x, at.y])]
      : [];
  });
  return [...fill, path('line', null), ...dots];
}

function layValues({ view, size, bounds, toX, toY }: Lines): Mark[] {
  const points = view.series[0]?.points ?? [];
  const last = points.findLastIndex(({ value, isShown }) => value !== null && isShown);
  return points.flatMap((point, place): Mark[] => {
    if (point.value === null || !point.isShown) return [];
    const own = place === last || size < TEXT.large ? size : size * 0.8;
    const x = keepInside(toX(place), textWidth(point.label, own, true), bounds);
    const isLow = isValley(points, place);
    const y = toY(point.value) + (isLow ? own + 6 : -18);
    const look = place === last ? 'strong' : 'strong soft';
    return [layText(`value ${view.places[place]?.key}`, look, point.label, [x, y], own, 'middle')];
  });
}

/** A value that is lower than both its neighbours has its label below, clear of the line. */
function isValley(points: readonly ChartPoint[], place: number): boolean {
  const [before, here, after] = [points[place - 1], points[place], points[place + 1]];
  if (!before || !here || !after || here.value === null || here.value === 0) return false;
  return (before.value ?? -Infinity) > here.value && (after.value ?? -Infinity) > here.value;
}

function layGaps({ view, plot, toX }: Lines): Mark[] {
  if (view.series.length !== 1) return [];
  return (view.series[0]?.points ?? []).flatMap(({ value, label, isShown }, place): Mark[] => {
    const key = `gap ${view.places[place]?.key}`;
    const x = toX(place);
    if (value !== null || !isShown) return [];
    return [layText(key, 'faint', label, [x, plot.bottom - 12], TEXT.small, 'middle')];
  });
}

function layComparison({ view, plot, toX, toY }: Lines): Mark[] {
  if (!view.mark) return [];
  const { series, from, to } = view.mark;
  const points = view.series[series]?.points ?? [];
  const at = (place: number): [number, number] => [toX(place), toY(points[place]?.value ?? 0)];
  const bounds: [number, number] = [plot.top, plot.bottom];
  return layMark(view, { then: at(from), now: at(to), edge: toX(to), bounds });
}
