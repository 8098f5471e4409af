import type { ChartPoint } from '../../../../talk/blocks/chart/chart-series.ts';
import type { ChartView } from '../../../../talk/blocks/chart/chart-view.ts';
import { MAX_BINS, viewHistogram } from '../../../../talk/blocks/chart/kinds/histogram-view.ts';
import { layAcross, pickAcrossTicks, writeTicks } from '../../axis/across-axis.ts';
import { layTicks, measureTicks, pickTicks, type Tick } from '../../axes.ts';
import { TEXT } from '../../chart-text.ts';
import { layBar } from '../../mark.ts';
import { layHeader, layText, widest, type Plot } from '../../plot.ts';
import { scaleLinear } from '../../scale.ts';
import type { Extent, Mark, Scene } from '../../scene.ts';

/** Below the plot: the labels of the axis and its name. */
const FOOT = 60;
const TOP = 12;
const GAP = 2;
const TEXT_GAP = 8;
/** Ticks that repeat the edges of bins would be crowded above this number. */
const FEW = 8;

/** Histograms. */
export const HISTOGRAM = { view: viewHistogram, lay: layHistogram };

/** Lays out a bar for each bin along an axis of values, with its count where all counts have room. */
function layHistogram(view: ChartView, extent: Extent): Scene {
  const { across } = view;
  if (!across) return { ...extent, marks: [] };
  // The compiler reports it; live data may bring a value far away.
  if (view.places.length > MAX_BINS) throw new Error(`${view.places.length} bins are too many.`);
  const header = layHeader(view, extent);
  const points = view.series[0]?.points ?? [];
  const hasCounts = fitsCounts(points, extent);
  const axis = hasCounts ? [] : pickCounts(view, extent.height - header.bottom - FOOT - TOP);
  const plot: Plot = {
    left: hasCounts ? 0 : measureTicks(axis),
    right: extent.width,
    top: header.bottom + (hasCounts ? TEXT.label + TOP : TOP),
    bottom: extent.height - FOOT,
  };
  const high = Math.max(axis.at(-1)?.value ?? view.max, 1e-9);
  const toY = scaleLinear([0, high], [plot.bottom, plot.top]);
  const toX = scaleLinear([across.min, across.max], [plot.left, plot.right]);
  const step = (across.max - across.min) / Math.max(1, points.length);
  const note = view.absent > 0 ? `no data: ${view.absent}` : null;
  const marks = [
    ...header.marks,
    ...layTicks(axis, plot, toY),
    ...points.flatMap((point, place) => {
      const from = across.values[place] ?? across.min;
      const span = [toX(from), toX(from + step)] as const;
      return layBin(view.places[place]?.key ?? '', point, { span, hasCounts, toY });
    }),
    ...layAcross(
      pickEdges(view, step),
      { head: across.head, note },
      { plot, toX, width: extent.width },
    ),
  ];
  const frame = {
    plot,
    head: header.bottom,
    isSideways: true,
    toValue: toX,
    toPoint: () => null,
  };
  return { ...extent, marks, frame };
}

function fitsCounts(points: readonly ChartPoint[], { width, isFacet }: Extent): boolean {
  if (isFacet === true) return false;
  const labels = points.map(({ label }) => label);
  return widest(labels, TEXT.label, true) + TEXT_GAP <= width / points.length;
}

/** Picks ticks at whole numbers, as there are no parts of rows. */
function pickCounts(view: ChartView, height: number): Tick[] {
  const ticks = pickTicks(view, height);
  const whole = ticks.map(({ value }) => value).filter(Number.isInteger);
  const step = (whole[1] ?? 1) - (whole[0] ?? 0);
  return whole.length === ticks.length ? ticks : writeTicks(whole, step);
}

/** Picks ticks at round values; a few bins have one at each edge. */
function pickEdges({ across, places }: ChartView, step: number): Tick[] {
  const { min = 0, max = 1, unit = null } = across ?? {};
  const ticks = pickAcrossTicks({ min, max, unit }).filter(
    ({ value }) => value <= max + step * 1e-6,
  );
  if (places.length > FEW) return ticks;
  const edges = Array.from({ length: places.length + 1 }, (_, index) => min + index * step);
  return writeTicks(edges, step, unit);
}

interface BinPlace {
  span: readonly [number, number];
  hasCounts: boolean;
  toY(value: number): number;
}

function layBin(
  key: string,
  point: ChartPoint,
  { span: [x0, x1], hasCounts, toY }: BinPlace,
): Mark[] {
  const { value, label, isShown } = point;
  if (value === null || value === 0 || !isShown) return [];
  const [top, bottom] = [toY(value), toY(0)];
  const gap = Math.min(GAP, (x1 - x0) / 4) / 2;
  const bar = layBar(key, point, [x0 + gap, x1 - gap], [top, bottom]);
  const marks: Mark[] = [{ ...bar, radius: 0, enter: { opacity: 1, y: bottom, height: 0 } }];
  if (!hasCounts) return marks;
  const at: [number, number] = [(x0 + x1) / 2, top - TEXT_GAP];
  return [...marks, layText(`value ${key}`, 'strong', label, at, TEXT.label, 'middle')];
}
