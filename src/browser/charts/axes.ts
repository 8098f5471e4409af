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

/** Writes as many place names below a plot as fit, and always the last. */
export function layPlaces(
  places: readonly ChartPlace[],
  centers: readonly number[],
  bounds: readonly [number, number],
  baseline: number,
): Mark[] {
  const size = places.length <= 3 ? TEXT.label : TEXT.small;
  const room = places.length > 1 ? (bounds[1] - bounds[0]) / places.length : bounds[1] - bounds[0];
  const isWide =
    widest(
      places.map(({ label }) => label),
      size,
    ) +
      LABEL_GAP <
    room;
  const texts = places.map(({ label, short }) => (isWide ? label : short));
  const widths = texts.map((text) => textWidth(text, size));
  const inside = centers.map((center, index) => keepInside(center, widths[index] ?? 0, bounds));
  const kept = thinLabels(inside, widths, LABEL_GAP);
  return texts.flatMap((text, index): Mark[] => {
    const key = `place ${places[index]?.key}`;
    const at: [number, number] = [inside[index] ?? 0, baseline];
    return kept[index] && text !== '' ? [layText(key, 'soft', text, at, size, 'middle')] : [];
  });
}
