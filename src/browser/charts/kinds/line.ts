import type { ChartView } from '../../../talk/blocks/chart/chart-view.ts';
import { measureMark } from '../annotate.ts';
import { layBaseline, layPlaces, layTicks, measureTicks, pickTicks, PLACE_ROOM } from '../axes.ts';
import { layEnds, measureEnds } from '../layout/line-ends.ts';
import { layComparison, layGaps, layPath, layValues, toZero, type Lines } from './line-marks.ts';
import { layHeader, pickValueSize, widest, type Plot } from '../plot.ts';
import { scaleLinear } from '../scale.ts';
import type { Extent, Frame, Scene } from '../scene.ts';

/** A single line with at most this many points shows all values and needs no axis. */
const DIRECT = 8;
const EDGE = 9;

/** Lays out lines over time or names; an area is a line filled down to the axis. */
export function layLines(view: ChartView, extent: Extent): Scene {
  const isDirect = view.series.length === 1 && view.places.length <= DIRECT;
  const header = layHeader(view, extent);
  const axis = isDirect ? [] : pickTicks(view);
  const lines = planLines(view, extent, {
    isDirect,
    top: header.bottom,
    left: isDirect ? 0 : measureTicks(axis),
    high: axis.at(-1)?.value ?? view.max,
  });
  const { plot, toX, toY, bounds } = lines;
  const centers = view.places.map((_, place) => toX(place));
  const marks = [
    ...header.marks,
    ...(isDirect ? [layBaseline(plot, toZero(lines))] : layTicks(axis, plot, toY)),
    ...layPlaces(view.places, centers, bounds, extent.height - 10),
    ...layGaps(lines),
    ...layComparison(lines),
    ...view.series.flatMap((series) => layPath(series, lines)),
    ...(view.series.length === 1 ? layValues(lines) : layEnds(view, plot, toX, toY)),
  ];
  return { ...extent, marks, frame: toFrame(lines, header.bottom) };
}

interface Start {
  isDirect: boolean;
  top: number;
  left: number;
  high: number;
}

function planLines(view: ChartView, { width, height }: Extent, start: Start): Lines {
  const { isDirect, left, high } = start;
  const size = pickValueSize(view.places.length, { width, height });
  const labels = view.series[0]?.points.map(({ label }) => label) ?? [];
  const isOne = view.series.length === 1;
  const half = isOne ? widest(labels, size, true) / 2 : EDGE;
  const plot: Plot = {
    left,
    right: width - (isOne ? measureMark(view, { width, height }) : measureEnds(view)),
    top: start.top + (isOne ? size + 16 : 10),
    bottom: height - PLACE_ROOM,
  };
  const range: [number, number] = [
    left + (isDirect ? half : EDGE),
    Math.min(plot.right - EDGE, width - half),
  ];
  const toX = scalePlaces(view, range);
  const toY = scaleLinear([view.min, high], [plot.bottom, plot.top]);
  const toDay = scaleDays(view, range);
  return { view, plot, bounds: [0, width], size, isDirect, toX, toY, ...(toDay ? { toDay } : {}) };
}

function toFrame({ view, plot, toX, toY, toDay }: Lines, head: number): Frame {
  const toPoint = (place: number, series: number): readonly [number, number] | null => {
    const point = view.series[series]?.points[place];
    return !point?.isShown || point.value === null ? null : [toX(place), toY(point.value)];
  };
  return { plot, head, isSideways: false, toValue: toY, toPoint, ...(toDay ? { toDay } : {}) };
}

/** Returns the scale of dates; null for names. */
function scaleDays(
  { places }: ChartView,
  range: readonly [number, number],
): ((day: number) => number) | null {
  const [first, last] = [places[0]?.day ?? null, places.at(-1)?.day ?? null];
  return first === null || last === null || first === last
    ? null
    : scaleLinear([first, last], range);
}

/** Places dates in proportion to time, and names at equal distances. */
function scalePlaces(
  { places }: ChartView,
  range: readonly [number, number],
): (place: number) => number {
  const days = places.map(({ day }, index) => day ?? index);
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  if (first === last) return () => (range[0] + range[1]) / 2;
  const scale = scaleLinear([first, last], range);
  return (place) => scale(days[place] ?? first);
}
