import type { ChartView } from '../../../talk/blocks/chart/chart-view.ts';
import { formatNumber } from '../../../talk/data/value/format.ts';
import { layBaseline, layPlaces, PLACE_ROOM } from '../axes.ts';
import { spreadLabels } from '../labels.ts';
import { scaleBands, type Bands } from '../bands.ts';
import { layBar } from '../mark.ts';
import { layHeader, layText, pickFormat, widest, type Plot } from '../plot.ts';
import { scaleLinear } from '../scale.ts';
import type { Extent, Mark, Scene } from '../scene.ts';
import { TEXT, textWidth } from '../chart-text.ts';

interface Segment {
  key: string;
  series: number;
  place: number;
  from: number;
  to: number;
}

interface Stacks {
  view: ChartView;
  plot: Plot;
  bands: Bands;
  segments: Segment[];
  toY(value: number): number;
}

const MAX_BAND = 170;
const SPACING = 0.3;
const NAME_GAP = 18;
const MANY = 8;

/** Lays out stacked columns; the segments are named beside the last one, and totals are on top. */
export function layStacks(view: ChartView, extent: Extent): Scene {
  const header = layHeader(view, extent);
  const stacks = planStacks(view, extent, header.bottom);
  const { plot, bands, segments } = stacks;
  const centers = view.places.map((_, place) => bands.startOf(place) + bands.width / 2);
  const marks = [
    ...header.marks,
    ...segments.flatMap((segment) => laySegment(segment, stacks)),
    layBaseline(plot, plot.bottom),
    ...layPlaces(view.places, centers, [0, extent.width], extent.height - 10),
    ...view.places.flatMap((_, place) => layTotal(place, centers[place] ?? 0, stacks)),
    ...layNames(stacks),
  ];
  const { toY: toValue } = stacks;
  const frame = { plot, head: header.bottom, isSideways: false, toValue, toPoint: () => null };
  return { ...extent, marks, frame };
}

function planStacks(view: ChartView, { width, height }: Extent, top: number): Stacks {
  const names = view.series.map(({ name }) => name);
  const room = width - widest(names, TEXT.label) - NAME_GAP;
  const right = Math.min(room, (view.places.length * MAX_BAND) / (1 - SPACING));
  const plot: Plot = { left: 0, right, top: top + TEXT.value + 14, bottom: height - PLACE_ROOM };
  const bands = scaleBands(view.places.length, [0, right], SPACING);
  const toY = scaleLinear([0, Math.max(view.max, 1e-9)], [plot.bottom, plot.top]);
  return { view, plot, bands, segments: stack(view), toY };
}

function stack(view: ChartView): Segment[] {
  return view.places.flatMap(({ key }, place) => {
    let from = 0;
    return view.series.flatMap((series, index): Segment[] => {
      const point = series.points[place];
      if (!point?.isShown || point.value === null || point.value <= 0) return [];
      const to = from + point.value;
      const segment = { key: `${series.key} ${key}`, series: index, place, from, to };
      from = to;
      return [segment];
    });
  });
}

function laySegment(segment: Segment, { view, bands, toY }: Stacks): Mark[] {
  const { key, place, from } = segment;
  const series = view.series[segment.series];
  const point = series?.points[place];
  if (!point) return [];
  const [x, width] = [bands.startOf(place), bands.width];
  // A paper-coloured hairline separates segments, so that they differ in greyscale too.
  const [top, bottom] = [toY(segment.to), toY(from) - (from > 0 ? 2 : 0)];
  const bar = layBar(key, { tone: series.tone, exact: point.exact }, [x, x + width], [top, bottom]);
  const enter = { opacity: 1, y: bottom, height: 0 };
  const isHigh = bottom - top > TEXT.label + 8;
  if (!isHigh || textWidth(point.label, TEXT.label, true) > width - 10) return [{ ...bar, enter }];
  const at: [number, number] = [x + width / 2, (top + bottom) / 2 + 7];
  const look = point.exact ? `strong on-tone-${series.tone}` : 'strong';
  return [{ ...bar, enter }, layText(`value ${key}`, look, point.label, at, TEXT.label, 'middle')];
}

function layTotal(place: number, x: number, { view, segments, toY, plot }: Stacks): Mark[] {
  const key = view.places[place]?.key;
  const points = view.series.flatMap((series) => series.points[place] ?? []);
  if (points.every(({ value }) => value === null)) {
    return [layText(`gap ${key}`, 'faint', 'no data', [x, plot.bottom - 12], TEXT.small, 'middle')];
  }
  // A total is only shown when all segments are known.
  if (points.some(({ value, isShown }) => value === null || !isShown)) return [];
  const total = segments.findLast((segment) => segment.place === place)?.to ?? 0;
  const exact = points.every((point) => point.exact);
  const text = formatNumber(total, { format: pickFormat(view), exact });
  const size = view.places.length > MANY ? TEXT.label : TEXT.value;
  return [layText(`total ${key}`, 'strong', text, [x, toY(total) - 12], size, 'middle')];
}

function layNames({ view, plot, bands, segments, toY }: Stacks): Mark[] {
  const last = segments.at(-1)?.place ?? 0;
  const own = segments.filter(({ place }) => place === last);
  const requests = own.map(({ from, to }) => ({ at: (toY(from) + toY(to)) / 2, height: 28 }));
  const middles = spreadLabels(requests, [plot.top - 14, plot.bottom + 4]);
  const x = bands.startOf(last) + bands.width + NAME_GAP;
  return own.flatMap(({ series }, index): Mark[] => {
    const one = view.series[series];
    const at: [number, number] = [x, (middles[index] ?? 0) + 7];
    return one ? [layText(`name ${one.key}`, `ink-${one.tone}`, one.name, at, TEXT.label)] : [];
  });
}
