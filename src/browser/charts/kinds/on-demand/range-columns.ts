import type { ChartView } from '../../../../talk/blocks/chart/chart-view.ts';
import { layBaseline, layTicks, measureTicks, pickTicks, PLACE_ROOM } from '../../axes.ts';
import { TEXT, textWidth } from '../../chart-text.ts';
import { planBands, type Bands } from '../../layout/bands.ts';
import { layNames } from '../../layout/name-marks.ts';
import { planNames } from '../../layout/place-names.ts';
import { layDot } from '../../mark.ts';
import { keepInside, layHeader, layText, type Plot } from '../../plot.ts';
import { scaleValues } from '../../scale.ts';
import type { Extent, Mark, Scene } from '../../scene.ts';

const MAX_WIDTH = 34;
const MIN_HEIGHT = 4;
const TOP = 10;
const DASH = '–';
const RADIUS = 8;
const CAP = 10;

interface Columns {
  plot: Plot;
  bands: Bands;
  toY(value: number): number;
}

/** Lays out ranges as upright bars along dates, or as lines with ends around a value, with an axis beside them. */
export function layRangeColumns(view: ChartView, extent: Extent): Scene {
  const header = layHeader(view, extent);
  const points = view.series[0]?.points ?? [];
  const axis = pickTicks(view, extent.height - header.bottom - TOP - PLACE_ROOM);
  const bands = planBands(view.places, 1, [measureTicks(axis), extent.width - RADIUS]);
  const centers = view.places.map((_, place) => bands.centerOf(place));
  const bounds = [bands.left, extent.width] as const;
  const names = planNames(view.places, {
    centers,
    bounds,
    height: extent.height,
    top: header.bottom,
  });
  const plot: Plot = {
    left: bands.left,
    right: extent.width,
    top: header.bottom + TOP,
    bottom: extent.height - names.room,
  };
  const high = axis.at(-1)?.value ?? view.max;
  const toY = scaleValues(view, [view.min, high], [plot.bottom, plot.top]);
  const marks = [
    ...header.marks,
    ...layTicks(axis, plot, toY),
    ...points.flatMap((point, place) =>
      point.isShown ? layRange(view, place, { plot, bands, toY }) : [],
    ),
    layBaseline(plot, plot.bottom),
    ...layNames(names, view.places, { centers, bounds, top: plot.bottom }),
  ];
  const frame = { plot, head: header.bottom, isSideways: false, toValue: toY, toPoint: () => null };
  return { ...extent, marks, frame };
}

function layRange(view: ChartView, place: number, { plot, bands, toY }: Columns): Mark[] {
  const point = view.series[0]?.points[place];
  if (!point) return [];
  const key = view.places[place]?.key ?? '';
  const x = bands.centerOf(place);
  const { value, label, range, tone, exact } = point;
  if (value === null) return layGap(key, label, { plot, bands, toY }, x);
  const dot = layDot(key, point, [x, toY(value)], RADIUS);
  if (!range) return [dot];
  const [top, bottom] = [toY(range.high), toY(range.low)];
  const half = Math.min(MAX_WIDTH, bands.width) / 2;
  if (range.hasMiddle) {
    return [...layWhisker(key, tone, { x, top, bottom, cap: Math.min(CAP, half) }), dot];
  }
  const look = `bar tone-${tone}${exact ? '' : ' inexact'}`;
  const box = { x: x - half, y: top, width: half * 2, height: Math.max(MIN_HEIGHT, bottom - top) };
  return [{ kind: 'rect', key, look, ...box, radius: 2 }];
}

function layGap(key: string, label: string, { plot, bands }: Columns, x: number): Mark[] {
  // Without room for a dash a gap is only a gap.
  const text = [label, DASH].find((one) => textWidth(one, TEXT.small) <= bands.room);
  if (text === undefined) return [];
  const inside = keepInside(x, textWidth(text, TEXT.small), [plot.left, plot.right]);
  return [layText(`gap ${key}`, 'soft', text, [inside, plot.bottom - 12], TEXT.small, 'middle')];
}

interface Whisker {
  x: number;
  top: number;
  bottom: number;
  /** Half of the length of the lines at its ends. */
  cap: number;
}

function layWhisker(key: string, tone: number, { x, top, bottom, cap }: Whisker): Mark[] {
  const line = (part: string, x1: number, y1: number, x2: number, y2: number): Mark => {
    return { kind: 'line', key: `${part} ${key}`, look: `whisker tone-${tone}`, x1, y1, x2, y2 };
  };
  return [
    line('range', x, top, x, bottom),
    line('most', x - cap, top, x + cap, top),
    line('least', x - cap, bottom, x + cap, bottom),
  ];
}
