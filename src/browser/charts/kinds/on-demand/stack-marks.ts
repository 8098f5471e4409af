import { hasPattern } from '../../../../talk/blocks/chart/chart-tone.ts';
import type { ChartView } from '../../../../talk/blocks/chart/chart-view.ts';
import { formatNumber } from '../../../../talk/data/value/format.ts';
import { shareDigits } from '../../../../talk/data/value/precision.ts';
import type { Bands } from '../../layout/bands.ts';
import { layBar, layPattern } from '../../mark.ts';
import { areNear, keepInside, layText, pickFormat, type Plot } from '../../plot.ts';
import type { Mark } from '../../scene.ts';
import { TEXT, textWidth } from '../../chart-text.ts';

/** One value of a stack, between two heights in the unit of the data. */
export interface Segment {
  key: string;
  series: number;
  place: number;
  from: number;
  to: number;
}

/** Layout of a chart of stacks. */
export interface Stacks {
  view: ChartView;
  plot: Plot;
  /** Left and right edge of the drawing's text. */
  bounds: readonly [number, number];
  bands: Bands;
  segments: Segment[];
  /** The total of each column; empty where none is known. */
  totals: readonly string[];
  /** Text size of totals; 0 where an axis replaces them. */
  totalSize: number;
  /** Whether each value that is high enough is narrow enough too; else none is written. */
  haveWidth: boolean;
  toY(value: number): number;
}

const TOTAL_GAP = 12;
const DASH = '–';

/** Lists the visible segments of all stacks, from the ground up. */
export function findSegments(view: ChartView): Segment[] {
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

/** Reports whether the values of all segments that are high enough have room in the width of a column. */
export function haveWidth({ view, bands, toY }: Pick<Stacks, 'view' | 'bands' | 'toY'>): boolean {
  return findSegments(view).every(({ series, place, from, to }) => {
    const label = view.series[series]?.points[place]?.label ?? '';
    const isHigh = toY(from) - toY(to) > TEXT.label + 8;
    return !isHigh || textWidth(label, TEXT.label, true) <= bands.width - 10;
  });
}

/** Draws a segment, with its value inside where it has room. */
export function laySegment(segment: Segment, stacks: Stacks): Mark[] {
  const { view, bands, toY } = stacks;
  const { key, place, from } = segment;
  const series = view.series[segment.series];
  const point = series?.points[place];
  if (!point) return [];
  const { tone } = series;
  const [x, width] = [bands.leftOf(place, 0), bands.width];
  const [top, end] = [toY(segment.to), toY(from)];
  // A paper-coloured hairline separates segments, so that they differ in greyscale too.
  const bottom = from > 0 ? Math.max(top, end - Math.min(2, (end - top) / 2)) : end;
  const bar = layBar(key, { tone, exact: point.exact }, [x, x + width], [top, bottom]);
  const marks = [{ ...bar, enter: { opacity: 1, y: bottom, height: 0 } }, ...layPattern(bar, tone)];
  const isHigh = bottom - top > TEXT.label + 8 && (!hasPattern(tone) || !point.exact);
  if (!isHigh || !stacks.haveWidth) return marks;
  const at: [number, number] = [x + width / 2, (top + bottom) / 2 + 7];
  const look = point.exact ? `strong on-tone tone-${tone}` : 'strong';
  return [...marks, layText(`value ${key}`, look, point.label, at, TEXT.label, 'middle')];
}

/** Writes the totals of all columns with one precision; that of a column with an unknown segment is at least the sum of the others. */
export function writeTotals(view: ChartView): string[] {
  if (view.totals) return view.totals;
  const sums = view.places.map((_, place) => sumPlace(view, place));
  const values = sums.flatMap(({ total, exact }) => (exact ? [total] : []));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const isNear = high > low && areNear(low, high) && view.format === undefined;
  const style = { format: isNear ? 'number' : pickFormat(view), unit: view.unit } as const;
  const digits = shareDigits(values, style);
  return sums.map(({ total, exact, isWhole }) => {
    const text = formatNumber(total, { ...style, exact, digits: exact ? digits : null });
    return isWhole ? text : `\u2265 ${text}`;
  });
}

interface Total {
  total: number;
  exact: boolean;
  /** Whether all segments are known. */
  isWhole: boolean;
}

function sumPlace({ series }: ChartView, place: number): Total {
  const points = series.flatMap((one) => one.points[place] ?? []);
  return {
    total: points.reduce((sum, { value }) => sum + (value ?? 0), 0),
    exact: points.every(({ exact }) => exact),
    isWhole: points.every(({ value }) => value !== null),
  };
}

/** Draws the total of a column; a column without any data says so, or has a dash where words have no room. */
export function layTotal(place: number, stacks: Stacks): Mark[] {
  const { view, segments, toY, plot, bounds, bands, totals, totalSize } = stacks;
  const key = view.places[place]?.key;
  const x = bands.centerOf(place);
  const points = view.series.flatMap((series) => series.points[place] ?? []);
  if (points.every(({ value }) => value === null)) {
    const missing = points[0]?.label ?? '';
    const text = [missing, DASH].find((words) => textWidth(words, TEXT.small) <= bands.room);
    const inside = keepInside(x, textWidth(text ?? '', TEXT.small), bounds);
    const at: [number, number] = [inside, plot.bottom - TOTAL_GAP];
    return text ? [layText(`gap ${key}`, 'soft', text, at, TEXT.small, 'middle')] : [];
  }
  const isShown = points.every((point) => point.isShown);
  const text = totals[place] ?? '';
  if (!isShown || text === '' || totalSize === 0) return [];
  const total = segments.findLast((segment) => segment.place === place)?.to ?? 0;
  const at: [number, number] = [
    keepInside(x, textWidth(text, totalSize, true), bounds),
    toY(total) - TOTAL_GAP,
  ];
  return [layText(`total ${key}`, 'strong', text, at, totalSize, 'middle')];
}
