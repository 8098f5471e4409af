import type { ChartView } from '../../../../talk/blocks/chart/chart-view.ts';
import { measureMark } from '../../annotate.ts';
import {
  layBaseline,
  layPlaces,
  layTicks,
  measureTicks,
  pickTicks,
  PLACE_ROOM,
  type Tick,
} from '../../axes.ts';
import { layDates } from '../../axis/time-ticks.ts';
import { boxOf } from '../../layout/box.ts';
import { lackAtEnds, layEnds, planLineNames } from '../../layout/line-ends.ts';
import { layLineValues } from '../../layout/line-values.ts';
import { layNames } from '../../layout/name-marks.ts';
import { planNames, type PlaceNames } from '../../layout/place-names.ts';
import { layComparison, layLineGaps, layPath, toPath, toZero, type Lines } from './line-marks.ts';
import { layHeader, pickValueSize, widest, type Plot } from '../../plot.ts';
import { scaleDays, scalePlaces } from '../../layout/place-scale.ts';
import { scaleValues } from '../../scale.ts';
import type { Extent, Frame, Mark, Scene, TextMark } from '../../scene.ts';

/** A single line with at most this many points shows all values and needs no axis. */
const DIRECT = 8;
const EDGE = 9;
/** The least width of the name of a date, with the gap beside it. */
const MIN_NAME = 40;

/** Lays out lines over time or names; an area is a line filled down to zero. */
export function layLines(view: ChartView, extent: Extent): Scene {
  const isFew = view.series.length === 1 && view.places.length <= DIRECT && !extent.isFacet;
  // Values that have no room beside their points are replaced by an axis.
  return (
    (isFew ? layScene(planLines(view, extent, []), extent) : null) ?? layAxisScene(view, extent)
  );
}

function layAxisScene(view: ChartView, extent: Extent): Scene {
  const { bottom } = layHeader(view, extent);
  const first = pickTicks(view, extent.height - bottom - PLACE_ROOM);
  // Names below the plot may take more room than dates.
  const plan = planLines(view, extent, first);
  const { plot } = plan.lines;
  const axis = pickTicks(view, plot.bottom - plot.top);
  const isSame = axis.length === first.length;
  const scene = layScene(isSame ? plan : planLines(view, extent, axis), extent);
  return scene ?? { ...extent, marks: [] };
}

/** Lays out lines with an axis, or without one and all values; null when they have no room. */
function layScene({ lines, axis, places }: Plan, extent: Extent): Scene | null {
  const { view, plot, toY, names, paths } = lines;
  const isDirect = axis.length === 0;
  const rules = isDirect ? [toZero(lines)] : axis.map(({ value }) => toY(value));
  const gaps = layLineGaps(lines);
  const values = layValues(lines, { extent, gaps, isDirect });
  if (isDirect && !values) return null;
  const below = places ? layBelow(lines, places) : layAlong(lines, extent.height - 10);
  const marks = [
    ...names.header.marks,
    ...(isDirect ? [layBaseline(plot, toZero(lines))] : layTicks(axis, plot, toY, values ?? [])),
    ...below,
    ...gaps,
    ...layComparison(lines, values ?? []),
    ...view.series.flatMap((series, index) => layPath(series, index, lines)),
    ...(values ?? []),
    ...(view.series.length === 1 ? [] : layEnds({ view, plot, names, paths, rules })),
  ];
  return { ...extent, marks, frame: toFrame(lines, names.header.bottom) };
}

interface ValueRoom {
  extent: Extent;
  gaps: readonly Mark[];
  isDirect: boolean;
}

/** Writes the values of a single line: all, or only the newest beside an axis; null where they have no room. */
function layValues(lines: Lines, { extent, gaps, isDirect }: ValueRoom): TextMark[] | null {
  const { view, plot, names, paths } = lines;
  const [only] = view.series;
  const [path = []] = paths;
  if (!only || view.series.length > 1 || extent.isFacet) return [];
  const newest = path.findLastIndex((point) => point !== null);
  // A comparison is right of the plot.
  const right = view.mark ? plot.right + EDGE : extent.width;
  return layLineValues(
    {
      points: only.points,
      path,
      size: pickValueSize(view.places.length, extent),
      bounds: {
        left: plot.left,
        right,
        top: names.header.bottom,
        bottom: plot.bottom,
      },
      // Other hairlines are cut where a value is in their way.
      rules: [toZero(lines)],
      boxes: gaps.flatMap((mark) => (mark.kind === 'text' ? [boxOf(mark)] : [])),
    },
    isDirect ? path.map((_, place) => place) : [newest],
  );
}

interface Plan {
  lines: Lines;
  /** Ticks beside the plot; empty where each point has its value. */
  axis: readonly Tick[];
  /** Names below the plot; null for dates. */
  places: PlaceNames | null;
}

function planLines(view: ChartView, extent: Extent, axis: readonly Tick[]): Plan {
  const plan = planAround(view, extent, axis);
  const { names, plot } = plan.lines;
  if (view.series.length === 1 || lackAtEnds(view, names, plot) === 0) return plan;
  // Names below the plot take more height than is left by labels beside it.
  const other = extent.height - names.header.bottom - (plot.bottom - plot.top);
  return planAround(view, extent, axis, other);
}

function planAround(view: ChartView, extent: Extent, axis: readonly Tick[], other?: number): Plan {
  const { width, height } = extent;
  const isOne = view.series.length === 1;
  const size = pickValueSize(view.places.length, extent);
  const hasValue = isOne && extent.isFacet !== true;
  const header = layHeader(view, extent);
  const names = isOne
    ? { isDirect: true, hasValues: true, room: measureMark(view, extent), header }
    : planLineNames(view, header, extent, other);
  const left = axis.length === 0 ? 0 : measureTicks(axis);
  const wide = hasValue ? widest(listValues(view, axis.length === 0), size, true) : 0;
  // A value that is wider than the plot is not written.
  const half = wide > 0 && wide <= width - left ? Math.min(wide / 2, width / 4) : EDGE;
  const right = width - names.room;
  const start = left + (axis.length === 0 ? half : EDGE);
  const range: [number, number] = [start, Math.min(right - EDGE, width - half)];
  const isTime = view.places.every(({ day }) => day !== null);
  const toDay = scaleDays(view, range);
  const toX = scalePlaces(view, range, toDay);
  const bounds = [0, width] as const;
  const centers = isTime ? [] : view.places.map((_, place) => toX(place));
  const room = { centers, bounds, height, top: names.header.bottom };
  const places = isTime ? null : planNames(view.places, room);
  const top = names.header.bottom + (hasValue ? size + 16 : 10);
  const plot: Plot = { left, right, top, bottom: height - (places?.room ?? PLACE_ROOM) };
  // A single date has a place, and no scale.
  const toOwnDay = toDay ?? (isTime ? () => toX(0) : null);
  const high = axis.at(-1)?.value ?? view.max;
  const toY = scaleValues(view, [view.min, high], [plot.bottom, plot.top]);
  const paths = view.series.map((series) => toPath(series, { view, toX, toY }));
  const lines = { view, plot, bounds, names, paths, toX, toY };
  return { lines: { ...lines, ...(toOwnDay ? { toDay: toOwnDay } : {}) }, axis, places };
}

/** Lists the values that are written: all, or only the newest beside an axis. */
function listValues({ series: [only] }: ChartView, isDirect: boolean): string[] {
  const points = only?.points.filter(({ value }) => value !== null) ?? [];
  return (isDirect ? points : points.slice(-1)).map(({ label }) => label);
}

function layBelow({ view, plot, bounds, toX }: Lines, names: PlaceNames): Mark[] {
  const centers = view.places.map((_, place) => toX(place));
  return layNames(names, view.places, { centers, bounds, top: plot.bottom });
}

/** Names all places below the plot, or else round dates, or else as many places as fit. */
function layAlong({ view: { places }, plot, bounds, toX, toDay }: Lines, baseline: number): Mark[] {
  const nameAll = (): Mark[] => {
    const centers = places.map((_, place) => toX(place));
    return layPlaces(places, centers, bounds, baseline);
  };
  const wanted = places.filter(({ short }) => short !== '').length;
  const isMany = toDay !== undefined && wanted * MIN_NAME > bounds[1] - bounds[0];
  const named = isMany ? [] : nameAll();
  if (!toDay || (!isMany && named.length === wanted)) return named;
  const dates = layDates(places, toDay, { bounds, baseline, plot });
  return dates.length > 0 ? dates : nameAll();
}

function toFrame({ view, plot, toX, toY, toDay }: Lines, head: number): Frame {
  const toPoint = (place: number, series: number): readonly [number, number] | null => {
    const point = view.series[series]?.points[place];
    return !point?.isShown || point.value === null ? null : [toX(place), toY(point.value)];
  };
  return { plot, head, isSideways: false, toValue: toY, toPoint, ...(toDay ? { toDay } : {}) };
}
