import type { ChartView } from '../../../talk/blocks/chart/chart-view.ts';
import { layMark, measureMark } from '../annotate.ts';
import { layBaseline, layTicks, measureTicks, pickTicks, type Tick } from '../axes.ts';
import { layLegend } from '../legend.ts';
import { layNames } from '../layout/name-marks.ts';
import { planNames, type PlaceNames } from '../layout/place-names.ts';
import { layHeader, pickValueSize, widest, type Plot } from '../plot.ts';
import { scaleLinear } from '../scale.ts';
import type { Extent, Frame, Mark, Scene } from '../scene.ts';
import { TEXT } from '../chart-text.ts';
import { planBands, type Bands } from '../layout/bands.ts';
import { boxOf } from '../layout/box.ts';
import { layColumn, layValues, type Columns } from './column-marks.ts';

const FEW = 6;
/** The least height for bars between their values; in less, an axis replaces these. */
const MIN_BARS = 50;

/** What is decided by widths, before the heights of a chart are known. */
interface Widths {
  bands: Bands;
  names: PlaceNames;
  /** Ticks beside the plot; empty where each column has its value. */
  axis: Tick[];
  size: number;
}

/** A rectangle, and the lower edge of what is above the plot. */
interface Place {
  extent: Extent;
  top: number;
}

/** Lays out columns over time or names; several series are side by side. */
export function layColumns(view: ChartView, extent: Extent): Scene {
  const header = layHeader(view, extent);
  const legend = layLegend(view, header, extent);
  const place = { extent, top: legend.bottom };
  const { frame, columns } = planBoth(view, place);
  const { plot } = columns;
  const { names, axis, bands } = frame;
  const values = axis.length > 0 ? [] : layValues(columns);
  const centers = view.places.map((_, place) => bands.centerOf(place));
  const { bounds } = columns;
  const marks = [
    ...header.marks,
    ...legend.marks,
    ...layTicks(axis, plot, columns.toY),
    ...view.series.flatMap((series, index) => layColumn(series, index, columns)),
    layBaseline({ ...plot, right: bands.right }, columns.toY(0)),
    ...layNames(names, view.places, { centers, bounds, top: plot.bottom }),
    ...values,
    ...layComparison(columns, extent, values),
  ];
  return { ...extent, marks, frame: toFrame(columns, legend.bottom) };
}

/** Plans widths and heights; the names below the plot decide how many ticks have room. */
function planBoth(view: ChartView, place: Place): { frame: Widths; columns: Columns } {
  const first = planFrame(view, place);
  const columns = planColumns(view, first, place);
  const { top, bottom } = columns.plot;
  if (first.axis.length === 0) return { frame: first, columns };
  if (pickTicks(view, bottom - top).length === first.axis.length) return { frame: first, columns };
  const frame = planFrame(view, place, bottom - top);
  return { frame, columns: planColumns(view, frame, place) };
}

function toFrame({ view, plot, bands, toY }: Columns, head: number): Frame {
  const toPoint = (place: number, series: number): readonly [number, number] | null => {
    const point = view.series[series]?.points[place];
    if (!point?.isShown || point.value === null) return null;
    return [bands.leftOf(place, series) + bands.width / 2, toY(Math.max(0, point.value))];
  };
  return { plot, head, isSideways: false, toValue: toY, toPoint };
}

/** Plans widths; ticks that were found to have no room in the height of the plot are fewer. */
function planFrame(view: ChartView, { extent, top }: Place, height?: number): Widths {
  const right = extent.width - measureMark(view, extent);
  const bands = planBands(view.places, view.series.length, [0, right]);
  const labels = view.series.flatMap(({ points }) => points.map(({ label }) => label));
  const below = planBelow(view, bands, { extent, top });
  const room = extent.height - top - below.room;
  const size = pickSizes(view, extent).find(
    (one) => room - roomOfValues(view, one) >= MIN_BARS && widest(labels, one, true) <= bands.room,
  );
  const hasValues = extent.isFacet !== true && size !== undefined;
  const axis = hasValues ? [] : pickTicks(view, height);
  const left = axis.length > 0 ? measureTicks(axis) : 0;
  const own = left > 0 ? planBands(view.places, view.series.length, [left, right]) : bands;
  const names = left > 0 ? planBelow(view, own, { extent, top }) : below;
  return { bands: own, names, axis, size: size ?? TEXT.label };
}

function planBelow(view: ChartView, bands: Bands, { extent, top }: Place): PlaceNames {
  return planNames(view.places, {
    centers: view.places.map((_, place) => bands.centerOf(place)),
    bounds: [0, extent.width],
    height: extent.height,
    top,
  });
}

/** Returns the height of values above the bars, and below those that are negative. */
function roomOfValues({ min }: ChartView, size: number): number {
  return size + 12 + (min < 0 ? size + 8 : 0);
}

function planColumns(
  view: ChartView,
  { bands, names, axis, size }: Widths,
  { extent, top }: Place,
): Columns {
  const hasValues = axis.length === 0;
  const isBelow = hasValues && view.min < 0;
  const plot: Plot = {
    left: bands.left,
    right: extent.width - measureMark(view, extent),
    top: top + (hasValues ? size + 12 : 10),
    bottom: extent.height - names.room - (isBelow ? size + 8 : 0),
  };
  const high = axis.at(-1)?.value ?? view.max;
  const low = Math.min(0, view.min, axis[0]?.value ?? 0);
  const toY = scaleLinear([low, Math.max(high, 0)], [plot.bottom, plot.top]);
  const bounds = [0, extent.width] as const;
  return { view, plot: { ...plot, bottom: extent.height - names.room }, bounds, size, bands, toY };
}

/** Lists the text sizes of values, the wanted one first. */
function pickSizes(view: ChartView, extent: Extent): number[] {
  const isMany = view.series.length > 1 || view.places.length > FEW;
  const size = isMany ? TEXT.label : pickValueSize(view.places.length, extent);
  return [...new Set([size, TEXT.value, TEXT.label])].filter((one) => one <= size);
}

function layComparison(columns: Columns, { width }: Extent, values: readonly Mark[]): Mark[] {
  const { view, bands, plot, toY } = columns;
  if (!view.mark) return [];
  const { series, from, to } = view.mark;
  const points = view.series[series]?.points ?? [];
  const edgeOf = (place: number): number => bands.leftOf(place, series) + bands.width;
  const at = (place: number): [number, number] => [edgeOf(place), toY(points[place]?.value ?? 0)];
  const labels = values.flatMap((mark) => (mark.kind === 'text' ? [boxOf(mark)] : []));
  const bounds: [number, number] = [plot.top, plot.bottom];
  return layMark(view, { then: at(from), now: at(to), edge: edgeOf(to), bounds, width, labels });
}
