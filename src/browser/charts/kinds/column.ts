import type { ChartView } from '../../../talk/blocks/chart/chart-view.ts';
import type { ChartPoint } from '../../../talk/blocks/chart/chart-series.ts';
import type { ChartSeries } from '../../../talk/blocks/chart/chart-series.ts';
import { layMark, measureMark } from '../annotate.ts';
import { layBaseline, layPlaces, layTicks, measureTicks, pickTicks, PLACE_ROOM } from '../axes.ts';
import { scaleBands } from '../bands.ts';
import { layBar } from '../mark.ts';
import { layLegend } from '../legend.ts';
import { keepInside, layHeader, layText, pickValueSize, widest, type Plot } from '../plot.ts';
import { scaleLinear } from '../scale.ts';
import type { Extent, Frame, Mark, Scene } from '../scene.ts';
import { TEXT, textWidth } from '../chart-text.ts';

const MAX_BAND = 190;
const MAX_BAND_OF_TWO = 270;
const FEW = 6;

interface Columns {
  view: ChartView;
  plot: Plot;
  size: number;
  extent: Extent;
  /** Returns the left edge of a column. */
  toX(place: number, series: number): number;
  width: number;
  toY(value: number): number;
}

/** Lays out columns over time or names; several series are side by side. */
export function layColumns(view: ChartView, extent: Extent): Scene {
  const header = layHeader(view, extent);
  const legend = layLegend(view, header, extent);
  const size = pickSize(view, extent);
  const hasValues = fitsValues(view, extent, size);
  const axis = hasValues ? [] : pickTicks(view);
  const plot: Plot = {
    left: axis.length > 0 ? measureTicks(axis) : 0,
    right: extent.width - measureMark(view, extent),
    top: legend.bottom + (hasValues ? size + 12 : 10),
    bottom: extent.height - PLACE_ROOM,
  };
  const high = axis.at(-1)?.value ?? view.max;
  const columns = planColumns({ view, plot, size, extent }, high);
  const centers = view.places.map((_, place) => centerOf(columns, place));
  const marks = [
    ...header.marks,
    ...legend.marks,
    ...layTicks(axis, plot, columns.toY),
    ...view.series.flatMap((series, index) => layBars(series, index, columns)),
    layBaseline(columns.plot, columns.toY(0)),
    ...layPlaces(view.places, centers, [plot.left, extent.width], extent.height - 10),
    ...(hasValues ? layValues(columns) : []),
    ...layComparison(columns),
  ];
  return { ...extent, marks, frame: toFrame(columns, legend.bottom) };
}

function toFrame({ view, plot, toX, toY, width }: Columns, head: number): Frame {
  const toPoint = (place: number, series: number): readonly [number, number] | null => {
    const point = view.series[series]?.points[place];
    if (!point?.isShown || point.value === null) return null;
    return [toX(place, series) + width / 2, toY(Math.max(0, point.value))];
  };
  return { plot, head, isSideways: false, toValue: toY, toPoint };
}

type Ground = Pick<Columns, 'view' | 'plot' | 'size' | 'extent'>;

function planColumns({ view, plot, size, extent }: Ground, high: number): Columns {
  const count = view.places.length;
  const spacing = count <= FEW ? 0.36 : 0.24;
  const band = count <= 2 ? MAX_BAND_OF_TWO : MAX_BAND * view.series.length;
  const widestRow = (count * band) / (1 - spacing);
  const used = Math.min(plot.right - plot.left, widestRow);
  const bands = scaleBands(count, [plot.left, plot.left + used], spacing);
  const width = bands.width / view.series.length;
  const toY = scaleLinear([Math.min(0, view.min), Math.max(high, 1e-9)], [plot.bottom, plot.top]);
  const toX = (place: number, series: number): number => bands.startOf(place) + series * width;
  const gap = view.series.length > 1 ? 3 : 0;
  const own = { ...plot, right: plot.left + used };
  return { view, plot: own, size, extent, toX, toY, width: width - gap };
}

function pickSize(view: ChartView, extent: Extent): number {
  const isMany = view.series.length > 1 || view.places.length > FEW;
  return isMany ? TEXT.label : pickValueSize(view.places.length, extent);
}

/** Reports whether each column has room for its value; otherwise the chart has an axis. */
function fitsValues(view: ChartView, extent: Extent, size: number): boolean {
  const labels = view.series.flatMap(({ points }) => points.map(({ label }) => label));
  const room =
    (extent.width - measureMark(view, extent)) / (view.places.length * view.series.length);
  return widest(labels, size, true) + 6 <= room;
}

function centerOf({ view, toX, width }: Columns, place: number): number {
  return (toX(place, 0) + toX(place, view.series.length - 1) + width) / 2;
}

function layBars({ key, points }: ChartSeries, index: number, columns: Columns): Mark[] {
  const { view, toX, toY, width } = columns;
  return points.flatMap((point, place): Mark[] => {
    const name = `${key} ${view.places[place]?.key}`;
    const x = toX(place, index);
    if (!point.isShown) return [];
    if (point.value === null) return layGap(name, point, x + width / 2, columns);
    const [top, bottom] = [toY(Math.max(0, point.value)), toY(Math.min(0, point.value))];
    const enter = { opacity: 1, y: bottom, height: 0 };
    return [{ ...layBar(name, point, [x, x + width], [top, bottom]), enter }];
  });
}

function layGap(key: string, { label }: ChartPoint, x: number, { width, plot }: Columns): Mark[] {
  if (label === '') return [];
  // A dash marks a gap that has no room for words.
  const text = textWidth(label, TEXT.small) > width * 1.2 ? '–' : label;
  const at = keepInside(x, textWidth(text, TEXT.small), [plot.left, plot.right]);
  return [layText(`gap ${key}`, 'faint', text, [at, plot.bottom - 12], TEXT.small, 'middle')];
}

function layValues({ view, toX, toY, width, size }: Columns): Mark[] {
  return view.series.flatMap(({ key, points }, index) =>
    points.flatMap(({ value, label, tone, isShown }, place): Mark[] => {
      if (value === null || !isShown || label === '') return [];
      const at: [number, number] = [toX(place, index) + width / 2, toY(Math.max(0, value)) - 12];
      const look = tone === 0 ? 'strong soft' : 'strong';
      const own = tone === 0 && size === TEXT.large ? size * 0.8 : size;
      return [layText(`value ${key} ${view.places[place]?.key}`, look, label, at, own, 'middle')];
    }),
  );
}

function layComparison({ view, toX, toY, width, plot, extent }: Columns): Mark[] {
  if (!view.mark) return [];
  const { series, from, to } = view.mark;
  const points = view.series[series]?.points ?? [];
  const at = (place: number): [number, number] => [
    toX(place, series) + width,
    toY(points[place]?.value ?? 0),
  ];
  const bounds: [number, number] = [plot.top, plot.bottom];
  const edge = toX(to, series) + width;
  return layMark(view, { then: at(from), now: at(to), edge, bounds, width: extent.width });
}
