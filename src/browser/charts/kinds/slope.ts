import { printChange } from '../../../talk/blocks/change.ts';
import type { ChartView } from '../../../talk/blocks/chart/chart-view.ts';
import type { ChartSeries } from '../../../talk/blocks/chart/chart-series.ts';
import { layBaseline, PLACE_ROOM } from '../axes.ts';
import { spreadLabels } from '../labels.ts';
import { layDot } from '../mark.ts';
import { keepInside, layHeader, layText, pickValueSize, widest, type Plot } from '../plot.ts';
import { scaleLinear } from '../scale.ts';
import type { Extent, Mark, PathPoint, Scene } from '../scene.ts';
import { TEXT, textWidth } from '../chart-text.ts';

interface Slopes {
  view: ChartView;
  plot: Plot;
  size: number;
  /** Whether the change is under the newer value instead of after it. */
  isNarrow: boolean;
  toY(value: number): number;
}

const GAP = 22;
const CHANGE_SIZE = 34;
const FEW = 5;
/** Several small charts side by side align their axes. */
const NARROW = { width: 560, side: 150 };

/** Lays out two axes, then and now, with one line for each series. */
export function laySlopes(view: ChartView, extent: Extent): Scene {
  const header = layHeader(view, extent);
  const size = pickSize(view, extent);
  const isNarrow = view.series.length === 1 && extent.width < NARROW.width;
  const least = isNarrow ? NARROW.side : 0;
  const after = widest(
    view.series.map((one) => writeAfter(view, one)),
    afterSize(size),
  );
  const right = measureSide(view, 1, size);
  const plot: Plot = {
    left: Math.max(least, measureSide(view, 0, size)),
    right: extent.width - (isNarrow ? Math.max(least, right, after + GAP) : right + after + 16),
    top: header.bottom + size * 0.6,
    bottom: extent.height - PLACE_ROOM - 8,
  };
  const toY = scaleLinear([view.min, Math.max(view.max, view.min + 1e-9)], [plot.bottom, plot.top]);
  const slopes: Slopes = { view, plot, size, isNarrow, toY };
  const marks = [
    ...header.marks,
    ...layAxes(slopes, extent),
    ...view.series.flatMap((series) => laySlope(series, slopes)),
    ...laySide(slopes, 0),
    ...laySide(slopes, 1),
  ];
  return { ...extent, marks };
}

function pickSize({ series, places }: ChartView, extent: Extent): number {
  if (series.length === 1) return pickValueSize(places.length, extent);
  return series.length <= FEW ? TEXT.value : TEXT.label;
}

function afterSize(size: number): number {
  return size === TEXT.large ? CHANGE_SIZE : TEXT.label;
}

function measureSide({ series }: ChartView, place: number, size: number): number {
  const labels = series.map(({ points }) => points[place]?.label ?? '');
  return widest(labels, size, true) + GAP + 4;
}

function layAxes({ view, plot }: Slopes, { width, height }: Extent): Mark[] {
  const ground = layBaseline(plot, plot.bottom);
  const labels = pickLabels(view, width);
  const sides = view.places.flatMap(({ key }, place): Mark[] => {
    const label = labels[place] ?? '';
    const x = place === 0 ? plot.left : plot.right;
    const at = keepInside(x, textWidth(label, TEXT.label), [0, width]);
    const axis = { x1: x, x2: x, y1: plot.top, y2: plot.bottom };
    return [
      { kind: 'line', key: `axis ${place}`, look: 'grid', ...axis },
      layText(`place ${key}`, 'soft', label, [at, height - 10], TEXT.label, 'middle'),
    ];
  });
  return view.min === 0 ? [...sides, ground] : sides;
}

function pickLabels({ places }: ChartView, width: number): string[] {
  const long = places.map(({ label }) => label);
  const isWide = 2 * widest(long, TEXT.label) + GAP < width * 0.6;
  return isWide ? long : places.map(({ short }) => short);
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

function laySide({ view, plot, size, isNarrow, toY }: Slopes, place: number): Mark[] {
  const shown = view.series.filter(({ points }) => points[place]?.isShown);
  const requests = shown.map(({ points }) => {
    const value = points[place]?.value ?? null;
    return { at: value === null ? plot.bottom : toY(value), height: size * 1.2 };
  });
  const middles = spreadLabels(requests, [plot.top - size * 0.6, plot.bottom + size * 0.5]);
  const x = place === 0 ? plot.left - GAP : plot.right + GAP;
  return shown.flatMap((series, index): Mark[] => {
    const point = series.points[place];
    const at: [number, number] = [x, (middles[index] ?? 0) + size * 0.34];
    const ink = place === 0 ? 'strong soft' : `strong ink-${series.tone}`;
    const look = point?.value === null ? 'faint' : ink;
    const label = point?.label ?? '';
    const key = `side ${place} ${series.key}`;
    const value = layText(key, look, label, at, size, place === 0 ? 'end' : 'start');
    const words = place === 0 ? '' : writeAfter(view, series);
    if (words === '') return [value];
    const after: [number, number] = isNarrow
      ? [x, at[1] + size]
      : [x + textWidth(label, size, true) + 14, at[1]];
    const own = view.series.length === 1 ? 'accent strong' : 'ink';
    return [value, layText(`after ${series.key}`, own, words, after, afterSize(size))];
  });
}

/** Returns the text after the newer value: the name of the line and its growth. */
function writeAfter(view: ChartView, { name, points }: ChartSeries): string {
  const [then, now] = points;
  const change = (then && now && printChange(then, now)) ?? '';
  return view.series.length === 1 ? change : `${name} ${change}`.trim();
}
