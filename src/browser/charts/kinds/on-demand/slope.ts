import { printChange } from '../../../../talk/blocks/change.ts';
import { isPercentage } from '../../../../talk/data/value/growth.ts';
import type { ChartView } from '../../../../talk/blocks/chart/chart-view.ts';
import type { ChartSeries } from '../../../../talk/blocks/chart/chart-series.ts';
import { layBaseline, PLACE_ROOM } from '../../axes.ts';
import { isDrawn, layLegend } from '../../legend.ts';
import { layDot } from '../../mark.ts';
import { layHeader, pickValueSize, widest, type Header, type Plot } from '../../plot.ts';
import { scaleValues } from '../../scale.ts';
import type { Extent, Mark, PathPoint, Scene } from '../../scene.ts';
import { TEXT } from '../../chart-text.ts';
import {
  layPlaceNames,
  laySide,
  nameEnds,
  sideHeight,
  SIDE_GAP,
  type Slopes,
} from './slope-sides.ts';

/** One way to write the words of a slope. */
interface Attempt {
  size: number;
  words: 'all' | 'name' | 'change' | 'none';
  isBelow: boolean;
  hasLegend: boolean;
}

const CHANGE_SIZE = 34;
const FEW = 5;
/** Several small charts side by side align their axes. */
const NARROW = { width: 560, side: 150 };
/** The least width of the plot between the words on both sides, and its least height below a legend. */
const MIN_PLOT = { share: 0.25, width: 90, height: 30 };

/** Lays out two axes, then and now, with one line for each series. */
export function laySlopes(whole: ChartView, extent: Extent): Scene {
  // A line without an end is reported when the talk is compiled; a single other one still has its name.
  const drawn = whole.series.filter(isDrawn);
  const view = drawn.length > 1 ? { ...whole, series: drawn } : whole;
  const header = layHeader(view, extent);
  const slopes = findPlan({ view, extent, header });
  if (!slopes) return { ...extent, marks: header.marks };
  const marks = [
    ...slopes.header.marks,
    ...layAxes(slopes),
    ...layPlaceNames(slopes, extent),
    ...view.series.flatMap((series) => laySlope(series, slopes)),
    ...(slopes.hasValues ? [...laySide(slopes, 0), ...laySide(slopes, 1)] : []),
  ];
  const { plot, toY } = slopes;
  const frame = { plot, head: slopes.header.bottom, isSideways: false, toValue: toY };
  return { ...extent, marks, frame: { ...frame, toPoint: () => null } };
}

/** Returns the first plan that fits, or else the last one; names are at the ends of lines where a legend leaves no plot. */
function findPlan(ground: Ground): Slopes | undefined {
  let last: Slopes | undefined;
  for (const attempt of listAttempts(ground.view, ground.extent)) {
    const slopes = plan(attempt, ground);
    if (slopes.fits) return slopes;
    last = slopes;
  }
  if (!last || ground.view.series.length === 1) return last;
  if (last.plot.bottom - last.plot.top >= MIN_PLOT.height) return last;
  const { header, extent } = ground;
  return nameEnds({ ...last, header }, extent.width, leastWidth(extent)) ?? last;
}

/** Lists ways to write the words, from all of them large to a legend with small values. */
function listAttempts(view: ChartView, extent: Extent): Attempt[] {
  const size = pickSize(view, extent);
  const sizes = [...new Set([size, TEXT.value, TEXT.label, TEXT.small])].filter((n) => n <= size);
  if (view.series.length === 1) {
    const isBelow = extent.width < NARROW.width;
    const hasLegend = false;
    return [
      ...sizes.map((one): Attempt => ({ size: one, words: 'change', isBelow, hasLegend })),
      ...sizes.map((one): Attempt => ({ size: one, words: 'none', isBelow: false, hasLegend })),
    ];
  }
  const own = { isBelow: false };
  return [
    ...sizes.map((one): Attempt => ({ size: one, words: 'all', hasLegend: false, ...own })),
    ...sizes.map((one): Attempt => ({ size: one, words: 'name', hasLegend: false, ...own })),
    ...sizes.map((one): Attempt => ({ size: one, words: 'change', hasLegend: true, ...own })),
    ...sizes.map((one): Attempt => ({ size: one, words: 'none', hasLegend: true, ...own })),
  ];
}

function pickSize({ series, places }: ChartView, extent: Extent): number {
  if (series.length === 1) return pickValueSize(places.length, extent);
  return series.length <= FEW ? TEXT.value : TEXT.label;
}

type Ground = { view: ChartView; extent: Extent; header: Header };

function plan(attempt: Attempt, { view, extent, header }: Ground): Slopes & { fits: boolean } {
  const { size, words, isBelow, hasLegend } = attempt;
  const legend = hasLegend ? layLegend(view, header, extent, 'line') : { ...header, marks: [] };
  const own = { marks: [...header.marks, ...legend.marks], bottom: legend.bottom };
  const changeSize = size === TEXT.large ? CHANGE_SIZE : Math.min(size, TEXT.label);
  const after = new Map(view.series.map((one) => [one.key, writeAfter(one, words, view)]));
  const afterWidth = widest([...after.values()], changeSize, words === 'change');
  const beside = afterWidth === 0 || isBelow ? 0 : afterWidth + 16;
  const [least, below] = isBelow ? [NARROW.side, afterWidth + SIDE_GAP] : [0, 0];
  const plot: Plot = {
    left: Math.max(least, measureSide(view, 0, size)),
    right: extent.width - Math.max(least, measureSide(view, 1, size) + beside, below),
    top: own.bottom + size * 0.6,
    bottom: extent.height - PLACE_ROOM - 8,
  };
  const toY = scaleValues(view, [view.min, view.max], [plot.bottom, plot.top]);
  const slopes = { view, plot, size, changeSize, isBelow, after, header: own, isNamed: false, toY };
  const isHigh = view.series.length * sideHeight(slopes) <= plot.bottom - plot.top + size * 1.1;
  const isWide = plot.right - plot.left >= leastWidth(extent);
  const hasValues = isHigh && plot.right - plot.left >= MIN_PLOT.width / 2;
  if (isHigh && isWide) return { ...slopes, hasValues, fits: true };
  if (hasValues) return { ...slopes, hasValues, fits: false };
  // Without room for values, the lines have all of the width.
  const wide = { ...plot, left: SIDE_GAP, right: extent.width - SIDE_GAP };
  return { ...slopes, plot: wide, hasValues, fits: false };
}

function leastWidth({ width }: Extent): number {
  return Math.max(MIN_PLOT.width, width * MIN_PLOT.share);
}

function measureSide({ series }: ChartView, place: number, size: number): number {
  const labels = series.map(({ points }) => points[place]?.label ?? '');
  return widest(labels, size, true) + SIDE_GAP + 4;
}

function layAxes({ view, plot }: Slopes): Mark[] {
  const ground = layBaseline(plot, plot.bottom);
  const sides = view.places.map((_, place): Mark => {
    const x = place === 0 ? plot.left : plot.right;
    const key = `axis ${place}`;
    return { kind: 'line', key, look: 'grid', x1: x, x2: x, y1: plot.top, y2: plot.bottom };
  });
  return view.min === 0 ? [...sides, ground] : sides;
}

function laySlope({ key, tone, points }: ChartSeries, { view, plot, toY }: Slopes): Mark[] {
  const ends = points.map(({ value, isShown }, place): PathPoint | null => {
    if (value === null || !isShown) return null;
    return { key: String(place), x: place === 0 ? plot.left : plot.right, y: toY(value) };
  });
  const dots = points.flatMap((point, place): Mark[] => {
    const end = ends[place];
    return end ? [layDot(`${key} ${place}`, { ...point, tone }, [end.x, end.y], 9)] : [];
  });
  const look = `line tone-${tone}`;
  const line: Mark = { kind: 'path', key: `slope ${key}`, look, base: null, points: ends };
  if (view.series.length > 1 || view.min !== 0) return [line, ...dots];
  // A single line has an area, so that the room down to zero does not look empty.
  const fill = { key: `ground ${key}`, look: `ground tone-${tone}`, base: plot.bottom };
  return [{ ...line, ...fill }, line, ...dots];
}

/** Returns the text after the newer value: the name of the line and its growth. */
function writeAfter(
  { name, points }: ChartSeries,
  words: Attempt['words'],
  { unit, format }: ChartView,
): string {
  const [then, now] = points;
  const change = (then && now && printChange(then, now, isPercentage(unit, format))) ?? '';
  switch (words) {
    case 'all':
      return `${name} ${change}`.trim();
    case 'name':
      return name;
    case 'change':
      return change;
    case 'none':
      return '';
  }
}
