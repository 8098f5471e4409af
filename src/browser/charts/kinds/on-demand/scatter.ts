import type { ChartView } from '../../../../talk/blocks/chart/chart-view.ts';
import { viewScatter } from '../../../../talk/blocks/chart/kinds/scatter-view.ts';
import { layTicks, measureTicks, pickTicks } from '../../axes.ts';
import { layLegend } from '../../legend.ts';
import { layDot } from '../../mark.ts';
import { layShape } from '../../shape.ts';
import { layHeader, type Plot } from '../../plot.ts';
import { scaleLinear, scaleValues } from '../../scale.ts';
import type { Extent, Mark, Scene } from '../../scene.ts';
import { layAcross, pickAcrossTicks } from '../../axis/across-axis.ts';
import { layPointNames, type NamedPoint } from '../../layout/point-names.ts';

const RADIUS = { few: 9, some: 7, many: 5 };
const FEW = 30;
const MANY = 120;
const FOOT = 60;
const AIR = 12;
/** The least height of points below a legend. */
const MIN_PLOT = 60;

/** Scatter plots. */
export const SCATTER = { view: viewScatter, lay: layScatter };

/** Lays out points between two axes, with the names that have room. */
function layScatter(view: ChartView, extent: Extent): Scene {
  const { across } = view;
  if (!across) return { ...extent, marks: [] };
  const header = layHeader(view, extent);
  const free = extent.height - header.bottom - FOOT - AIR - MIN_PLOT;
  const legend = layLegend(view, header, extent, layShape, free);
  const room = extent.height - legend.bottom - FOOT - AIR;
  const [axis, along] = [pickTicks(view, room), pickAcrossTicks(across)];
  const plot: Plot = {
    left: measureTicks(axis),
    right: extent.width - AIR,
    top: legend.bottom + AIR,
    bottom: extent.height - FOOT,
  };
  const high = Math.max(axis.at(-1)?.value ?? view.max, view.max);
  const toY = scaleValues(view, [view.min, high], [plot.bottom, plot.top]);
  const start = Math.min(across.min, along[0]?.value ?? across.min);
  const end = Math.max(along.at(-1)?.value ?? across.max, across.max);
  const toX = scaleLinear([start, end], [plot.left + AIR, plot.right]);
  const points = listPoints(view, toX, toY);
  const note = writeNote(view, points);
  const ground = layTicks(axis, plot, toY);
  const around = [
    ...header.marks,
    ...legend.marks,
    ...ground,
    ...layAcross(along, { head: across.head, note }, { plot, toX, width: extent.width }),
  ];
  const names = layPointNames(points, plot, [...around, ...points.map(({ dot }) => dot)]);
  const marks = [...around, ...points.map(({ mark }) => mark), ...names];
  const toPoint = (place: number): readonly [number, number] | null => {
    const found = points.find((point) => point.place === place);
    return found ? [found.dot.cx, found.dot.cy] : null;
  };
  const frame = { plot, head: legend.bottom, isSideways: false, toValue: toY, toPoint };
  return { ...extent, marks, frame };
}

interface ScatterPoint extends NamedPoint {
  /** Its dot, or the shape of its group. */
  mark: Mark;
}

function listPoints(
  view: ChartView,
  toX: (value: number) => number,
  toY: (value: number) => number,
): ScatterPoint[] {
  const count = view.places.length;
  const radius = count <= FEW ? RADIUS.few : count <= MANY ? RADIUS.some : RADIUS.many;
  return view.series.flatMap(({ points, tone: own }) =>
    points.flatMap((point, place): ScatterPoint[] => {
      const x = view.across?.values[place] ?? null;
      const { key = '', short = '' } = view.places[place] ?? {};
      if (x === null || point.value === null || !point.isShown) return [];
      const isOne = view.series.length === 1;
      const tone = isOne ? point.tone : own;
      const [look, at] = [{ ...point, tone }, [toX(x), toY(point.value)] as const];
      const dot = layDot(key, look, at, radius);
      const mark = isOne ? dot : layShape(key, look, at, radius);
      return [{ place, name: short, tone, dot, mark }];
    }),
  );
}

/** Counts the rows without a point of their own to see: those that lack a value, and those whose point is under that of another. */
function writeNote(view: ChartView, points: readonly ScatterPoint[]): string | null {
  const seen = new Set(points.map(({ dot }) => `${dot.cx} ${dot.cy}`));
  const counts = [
    ['no data', countAbsent(view)],
    ['covered', points.length - seen.size],
  ] as const;
  const words = counts.flatMap(([name, count]) => (count > 0 ? [`${name}: ${count}`] : []));
  return words.length > 0 ? `${words.join(', ')} of ${view.places.length}` : null;
}

/** Counts the rows that lack one of their two values, and so have no place. */
function countAbsent({ places, series, across }: ChartView): number {
  return places.filter(
    (_, place) =>
      (across?.values[place] ?? null) === null ||
      series.every(({ points }) => (points[place]?.value ?? null) === null),
  ).length;
}
