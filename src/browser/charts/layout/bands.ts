import type { ChartPlace } from '../../../talk/blocks/chart/chart-place.ts';
import { planSlots } from '../../../talk/blocks/chart/kinds/column-slots.ts';

/** Columns at equal distances or in proportion to time, each of one or several bars side by side. */
export interface Bands {
  left: number;
  /** Right edge of the last column. */
  right: number;
  /** Width of a bar. */
  width: number;
  /** Width of the widest text that every bar can have at its end, within the drawing and clear of the next. */
  room: number;
  /** Returns the left edge of a bar. */
  leftOf(place: number, series: number): number;
  /** Returns the middle of a column. */
  centerOf(place: number): number;
}

const FEW = 6;
const SPACING = { few: 0.36, many: 0.24 };
const MAX_BAND = 190;
const MAX_BAND_OF_TWO = 270;
const MAX_GAP = 3;
const TEXT_GAP = 6;

/** Divides a width into columns with a part of each left free; few columns do not take all of it. */
export function planBands(
  places: readonly ChartPlace[],
  series: number,
  [left, right]: readonly [number, number],
  spacing = places.length <= FEW ? SPACING.few : SPACING.many,
): Bands {
  const { at } = planSlots(places, series);
  const count = (at.at(-1) ?? -1) + 1;
  const most = count <= 2 ? MAX_BAND_OF_TWO : MAX_BAND * series;
  const used = Math.min(Math.max(0, right - left), (count * most) / (1 - spacing));
  const slot = used / Math.max(1, count - spacing);
  const startOf = (place: number): number => left + (at[place] ?? 0) * slot;
  const band = slot * (1 - spacing);
  const gap = series > 1 ? Math.min(MAX_GAP, (band / series) * 0.2) : 0;
  const width = band / series - gap;
  return {
    left,
    right: left + used,
    width,
    room:
      count * series === 1 ? right - left : measureRoom(series === 1 ? slot : band / series, width),
    leftOf: (place, index) => startOf(place) + (index * band) / series,
    centerOf: (place) => startOf(place) + (band - gap) / 2,
  };
}

/** The first and last text move inwards by half of what is wider than their bar. */
function measureRoom(step: number, width: number): number {
  return Math.min(step - TEXT_GAP, (step - TEXT_GAP + width / 2) / 1.5);
}
