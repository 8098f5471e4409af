import type { ChartPoint } from '../../../../talk/blocks/chart/chart-series.ts';
import type { ChartView } from '../../../../talk/blocks/chart/chart-view.ts';
import { layBaseline, layTicks, measureTicks, pickTicks, type Tick } from '../../axes.ts';
import { planBands, type Bands } from '../../layout/bands.ts';
import { isDrawn, layLegend } from '../../legend.ts';
import { layNames } from '../../layout/name-marks.ts';
import { planNames, type PlaceNames } from '../../layout/place-names.ts';
import { layHeader, widest, type Plot } from '../../plot.ts';
import { scaleLinear } from '../../scale.ts';
import type { Extent, Scene } from '../../scene.ts';
import { TEXT } from '../../chart-text.ts';
import { layNamesBeside, NAME_GAP, NAME_HEIGHT } from './stack-names.ts';
import {
  findSegments,
  haveWidth,
  laySegment,
  layTotal,
  writeTotals,
  type Stacks,
} from './stack-marks.ts';

/** What is decided by widths, before the heights of a chart are known. */
interface Frame {
  bands: Bands;
  names: PlaceNames;
  /** Ticks beside the plot; empty where each column has its total. */
  axis: Tick[];
  /** Whether segments are named beside the last column, and not in a legend. */
  isDirect: boolean;
  totals: readonly string[];
  totalSize: number;
}

const SPACING = 0.3;
const MANY = 8;
/** The largest part of the width for names beside the last column. */
const MAX_NAMES_SHARE = 0.4;

/** Lays out stacked columns with totals on top; segments are named beside the last one, or else in a legend. */
export function layStacks(view: ChartView, extent: Extent): Scene {
  const header = layHeader(view, extent);
  const { isDirect } = planBeside(view, { extent, top: header.bottom });
  const legend = isDirect ? { ...header, marks: [] } : layLegend(view, header, extent);
  const place = { extent, top: legend.bottom };
  const plain = planFrame(view, place);
  const isSaid = view.type !== 'percent' || hasValues(planStacks(showAll(view), plain, place));
  const first = isSaid ? plain : planFrame(view, place, { needsAxis: true });
  // The names below the plot decide how many ticks have room.
  const { plot: room } = planStacks(view, first, place);
  const frame =
    first.axis.length > 0
      ? planFrame(view, place, { height: room.bottom - room.top, needsAxis: !isSaid })
      : first;
  const stacks = planStacks(view, frame, place);
  const { plot, bands } = stacks;
  const centers = view.places.map((_, place) => bands.centerOf(place));
  const { bounds } = stacks;
  const edge = bands.leftOf(view.places.length - 1, 0) + bands.width;
  const marks = [
    ...header.marks,
    ...legend.marks,
    ...layTicks(frame.axis, plot, stacks.toY),
    ...stacks.segments.flatMap((segment) => laySegment(segment, stacks)),
    // It ends before the names beside the last column.
    layBaseline({ ...plot, right: frame.isDirect ? edge : bands.right }, plot.bottom),
    ...layNames(frame.names, view.places, { centers, bounds, top: plot.bottom }),
    ...view.places.flatMap((_, place) => layTotal(place, stacks)),
    ...(frame.isDirect ? layNamesBeside(stacks) : []),
  ];
  const { toY: toValue } = stacks;
  const head = legend.bottom;
  return {
    ...extent,
    marks,
    frame: { plot, head, isSideways: false, toValue, toPoint: () => null },
  };
}

/** Shows the parts of all steps. */
function showAll(view: ChartView): ChartView {
  const show = (point: ChartPoint): ChartPoint => ({ ...point, isShown: true });
  return { ...view, series: view.series.map((one) => ({ ...one, points: one.points.map(show) })) };
}

/** Reports whether a segment has room for its value. */
function hasValues(stacks: Stacks): boolean {
  return stacks.segments.some((one) => laySegment(one, stacks).some(({ kind }) => kind === 'text'));
}

/** A rectangle, and the lower edge of what is above the plot. */
interface Place {
  extent: Extent;
  top: number;
}

/** What is known of an axis: the height of the plot, and whether values have to be beside it. */
interface AxisNeed {
  height?: number;
  needsAxis: boolean;
}

/** Returns whether segments are named beside the last column, and the room for their names. */
function planBeside(view: ChartView, place: Place): { isDirect: boolean; beside: number } {
  const names = view.series.map(({ name }) => name);
  const beside = NAME_GAP + widest(names, TEXT.label);
  return { isDirect: canNameBeside(view, place, beside), beside };
}

function planFrame(
  view: ChartView,
  { extent, top }: Place,
  need: AxisNeed = { needsAxis: false },
): Frame {
  const { width, height } = extent;
  const count = view.places.length;
  const { isDirect, beside } = planBeside(view, { extent, top });
  const right = isDirect ? width - beside : width;
  const bands = planBands(view.places, 1, [0, right], SPACING);
  const totals = writeTotals(view);
  const sizes = extent.isFacet ? [] : count > MANY ? [TEXT.label] : [TEXT.value, TEXT.label];
  const sizeIn = ({ room }: Bands): number =>
    sizes.find((size) => widest(totals, size, true) <= room) ?? 0;
  const axis = !need.needsAxis && sizeIn(bands) > 0 ? [] : pickTicks(view, need.height);
  const left = axis.length === 0 ? 0 : measureTicks(axis);
  const own = left > 0 ? planBands(view.places, 1, [left, right], SPACING) : bands;
  // An axis of shares says nothing of the totals.
  const totalSize = axis.length === 0 || view.type === 'percent' ? sizeIn(own) : 0;
  const centers = view.places.map((_, place) => own.centerOf(place));
  const names = planNames(view.places, { centers, bounds: [own.left, width], height, top });
  return { bands: own, names, axis, isDirect, totals, totalSize };
}

/** Reports whether each series ends in the last column, with room for a name each. */
function canNameBeside(view: ChartView, { extent, top }: Place, beside: number): boolean {
  if (extent.isFacet) return false;
  const { width, height } = extent;
  const last = view.places.length - 1;
  const drawn = view.series.filter(isDrawn);
  const isComplete = drawn.every(({ points }) => (points[last]?.value ?? 0) > 0);
  // Notes above the plot take some of the height.
  const isHigh = drawn.length * NAME_HEIGHT <= Math.min(height * 0.7, height - top - TEXT.value);
  return isComplete && isHigh && beside <= width * MAX_NAMES_SHARE;
}

function planStacks(
  view: ChartView,
  { bands, names, axis, totals, totalSize }: Frame,
  { extent, top }: Place,
): Stacks {
  const plot: Plot = {
    left: bands.left,
    right: bands.right,
    top: top + (totalSize === 0 ? 10 : TEXT.value + 14),
    bottom: extent.height - names.room,
  };
  const high = axis.at(-1)?.value ?? view.max;
  const toY = scaleLinear([0, high], [plot.bottom, plot.top]);
  const bounds = [plot.left, extent.width] as const;
  return {
    view,
    plot,
    bounds,
    bands,
    segments: findSegments(view),
    totals,
    totalSize,
    // The same at each step.
    haveWidth: haveWidth({ view: showAll(view), bands, toY }),
    toY,
  };
}
