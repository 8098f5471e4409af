import type { ChartPlace } from '../../talk/blocks/chart/chart-place.ts';
import { thinLabels } from './labels.ts';
import type { Tick } from './axis/value-ticks.ts';
import { keepInside, layText, widest, type Plot } from './plot.ts';
import type { Mark } from './scene.ts';
import { TEXT, textWidth } from './chart-text.ts';

/** Room for place names below a plot. */
export const PLACE_ROOM = 40;

export { pickTicks, type Tick } from './axis/value-ticks.ts';

const LABEL_GAP = 18;

/** Returns the room that tick labels need beside a plot. */
export function measureTicks(axis: readonly Tick[]): number {
  return (
    widest(
      axis.map(({ label }) => label),
      TEXT.small,
    ) + 14
  );
}

/** Draws ticks as hairlines across the plot, with labels on the left. */
export function layTicks(
  axis: readonly Tick[],
  { left, right }: Plot,
  toY: (value: number) => number,
): Mark[] {
  return axis.flatMap(({ value, label }): Mark[] => {
    const y = toY(value);
    const key = `tick ${label}`;
    const look = value === 0 ? 'axis' : 'grid';
    return [
      { kind: 'line', key, look, x1: left, x2: right, y1: y, y2: y },
      layText(key, 'faint', label, [left - 14, y + 6], TEXT.small, 'end'),
    ];
  });
}

/** Draws the baseline of the values. */
export function layBaseline({ left, right }: Plot, y: number): Mark {
  return { kind: 'line', key: 'baseline', look: 'axis', x1: left, x2: right, y1: y, y2: y };
}

/** Writes as many place names below a plot as fit. */
export function layPlaces(
  places: readonly ChartPlace[],
  centers: readonly number[],
  bounds: readonly [number, number],
  baseline: number,
): Mark[] {
  const size = places.length <= 3 ? TEXT.label : TEXT.small;
  const room = (bounds[1] - bounds[0]) / Math.max(1, places.length);
  const labels = places.map(({ label }) => label);
  const isWide = widest(labels, size) + LABEL_GAP < room;
  const names = places.flatMap(({ key, label, short }, index) => {
    const text = isWide ? label : short;
    const width = textWidth(text, size);
    return text === ''
      ? []
      : [{ key, text, width, x: keepInside(centers[index] ?? 0, width, bounds) }];
  });
  const kept = thinLabels(
    names.map(({ x }) => x),
    names.map(({ width }) => width),
    LABEL_GAP,
  );
  return names.flatMap(({ key, text, x }, index): Mark[] =>
    kept[index] === true
      ? [layText(`place ${key}`, 'soft', text, [x, baseline], size, 'middle')]
      : [],
  );
}
