import type { ChartView } from '../../../talk/blocks/chart/chart-view.ts';
import { measureMark } from '../annotate.ts';
import { layBaseline, layPlaces, layTicks, measureTicks, pickTicks, PLACE_ROOM } from '../axes.ts';
import { layDates } from '../axis/time-ticks.ts';
import { layEnds, measureEnds } from '../layout/line-ends.ts';
import { layComparison, layGaps, layPath, layValues, toZero, type Lines } from './line-marks.ts';
import { layHeader, pickValueSize, widest, type Plot } from '../plot.ts';
import { scaleLinear } from '../scale.ts';
import type { Extent, Frame, Mark, Scene } from '../scene.ts';

/** A single line with at most this many points shows all values and needs no axis. */
const DIRECT = 8;
const EDGE = 9;
/** More names than this never fit below a plot. */
const MOST_NAMES = 40;

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
  const { plot, toX, toY } = lines;
  const marks = [
    ...header.marks,
    ...(isDirect ? [layBaseline(plot, toZero(lines))] : layTicks(axis, plot, toY)),
    ...layAlong(lines, extent.height - 10),
    ...layGaps(lines),
    ...layComparison(lines),
    ...view.series.flatMap((series) => layPath(series, lines)),
    ...(view.series.length === 1 ? layValues(lines) : layEnds(view, plot, toX, toY)),
  ];
  return { ...extent, marks, frame: toFrame(lines, header.bottom) };
}

/** Names all places below the plot, or else round dates, or else as many places as fit. */
function layAlong({ view: { places }, plot, bounds, toX, toDay }: Lines, baseline: number): Mark[] {
  const isMany = toDay !== undefined && places.length > MOST_NAMES;
  const centers = places.map((_, place) => toX(place));
  const named = isMany ? [] : layPlaces(places, centers, bounds, baseline);
  const wanted = places.filter(({ short }) => short !== '').length;
  if (!toDay || named.length === wanted) return named;
  const dates = layDates(places, toDay, { bounds, baseline, plot });
  return dates.length > 0 ? dates : layPlaces(places, centers, bounds, baseline);
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
  const toDay = scaleDays(view, range);
  const toX = scalePlaces(view, range, toDay);
  const toY = scaleLinear([view.min, high], [plot.bottom, plot.top]);
  return { view, plot, bounds: [0, width], size, isDirect, toX, toY, ...(toDay ? { toDay } : {}) };
}

function toFrame({ view, plot, toX, toY, toDay }: Lines, head: number): Frame {
  const toPoint = (place: number, series: number): readonly [number, number] | null => {
    const point = view.series[series]?.points[place];
    return !point?.isShown || point.value === null ? null : [toX(place), toY(point.value)];
  };
  return { plot, head, isSideways: false, toValue: toY, toPoint, ...(toDay ? { toDay } : {}) };
}

/** Returns the scale of dates; null for names and for a single date. */
function scaleDays(
  { places }: ChartView,
  range: readonly [number, number],
): ((day: number) => number) | null {
  let [low, high] = [Infinity, -Infinity];
  for (const { day } of places) {
    if (day === null) return null;
    low = Math.min(low, day);
    high = Math.max(high, day);
  }
  if (low >= high) return null;
  const isBackwards = (places[0]?.day ?? low) > (places.at(-1)?.day ?? high);
  return scaleLinear(isBackwards ? [high, low] : [low, high], range);
}

/** Places dates in proportion to time, and names at equal distances. */
function scalePlaces(
  { places }: ChartView,
  range: readonly [number, number],
  toDay: ((day: number) => number) | null,
): (place: number) => number {
  if (toDay) return (place) => toDay(places[place]?.day ?? 0);
  const last = places.length - 1;
  if (last === 0) return () => (range[0] + range[1]) / 2;
  return scaleLinear([0, last], range);
}
