import type { ChartPoint, ChartSeries } from '../../../talk/blocks/chart/chart-series.ts';
import { isGrey } from '../../../talk/blocks/chart/chart-tone.ts';
import type { ChartView } from '../../../talk/blocks/chart/chart-view.ts';
import type { Bands } from '../layout/bands.ts';
import { endOfBar, layBar, layPattern } from '../mark.ts';
import { keepInside, layText, type Plot } from '../plot.ts';
import type { Mark } from '../scene.ts';
import { TEXT, textWidth } from '../chart-text.ts';

/** Layout of a column chart. */
export interface Columns {
  view: ChartView;
  plot: Plot;
  /** Left and right edge of the drawing's text. */
  bounds: readonly [number, number];
  /** Text size of values. */
  size: number;
  bands: Bands;
  toY(value: number): number;
}

const VALUE_GAP = 12;
const DASH = '–';

/** Draws the columns of a series; a place without data says so. */
export function layColumn({ key, points }: ChartSeries, index: number, columns: Columns): Mark[] {
  const { view, bands, toY } = columns;
  return points.flatMap((point, place): Mark[] => {
    const name = `${key} ${view.places[place]?.key}`;
    const x = bands.leftOf(place, index);
    if (!point.isShown) return [];
    if (point.value === null) return layGap(name, point, x + bands.width / 2, columns);
    const [zero, end] = [toY(0), endOfBar(point.value, toY)];
    const ends = [Math.min(zero, end), Math.max(zero, end)] as const;
    const bar = layBar(name, point, [x, x + bands.width], ends);
    const enter = { opacity: 1, y: zero, height: 0 };
    return [{ ...bar, enter }, ...layPattern(bar, point.tone)];
  });
}

/** Writes the value of each column at its end: above, or below zero underneath. */
export function layValues({ view, bands, bounds, toY, size }: Columns): Mark[] {
  return view.series.flatMap(({ key, points }, index) =>
    points.flatMap(({ value, label, tone, isShown }, place): Mark[] => {
      if (value === null || !isShown || label === '') return [];
      const own = isGrey(tone) && size === TEXT.large ? size * 0.8 : size;
      const y = toY(value) + (value < 0 ? own : -VALUE_GAP);
      const middle = bands.leftOf(place, index) + bands.width / 2;
      const at: [number, number] = [keepInside(middle, textWidth(label, own, true), bounds), y];
      const look = isGrey(tone) ? 'strong soft' : 'strong';
      return [layText(`value ${key} ${view.places[place]?.key}`, look, label, at, own, 'middle')];
    }),
  );
}

/** Writes "no data" over the axis, or a dash where words have no room; nothing where that has none. */
function layGap(key: string, { label }: ChartPoint, x: number, columns: Columns): Mark[] {
  const { view, bands, bounds, toY } = columns;
  if (label === '') return [];
  const text = [label, DASH].find((words) => textWidth(words, TEXT.small) <= bands.room);
  if (text === undefined) return [];
  const at: [number, number] = [
    keepInside(x, textWidth(text, TEXT.small), bounds),
    // Where all bars hang from zero, the room is below it.
    view.max > 0 || view.min === 0 ? toY(0) - VALUE_GAP : toY(0) + TEXT.small + 4,
  ];
  return [layText(`gap ${key}`, 'soft', text, at, TEXT.small, 'middle')];
}
