import type { ChartView } from '../../../talk/blocks/chart/chart-view.ts';
import { scaleLinear } from '../scale.ts';

/** Returns the scale of dates; null for names and for a single date. */
export function scaleDays(
  { places }: ChartView,
  range: readonly [number, number],
): ((day: number) => number) | null {
  let [low, high] = [Infinity, -Infinity];
  for (const { day } of places) {
    if (day === null) return null;
    low = Math.min(low, day);
    high = Math.max(high, day);
  }
  if (low >= high) return null;
  const isBackwards = (places[0]?.day ?? low) > (places.at(-1)?.day ?? high);
  return scaleLinear(isBackwards ? [high, low] : [low, high], range);
}

/** Places dates in proportion to time, and names at equal distances. */
export function scalePlaces(
  { places }: ChartView,
  range: readonly [number, number],
  toDay: ((day: number) => number) | null,
): (place: number) => number {
  if (toDay) return (place) => toDay(places[place]?.day ?? 0);
  const last = places.length - 1;
  if (last === 0) return () => (range[0] + range[1]) / 2;
  return scaleLinear([0, last], range);
}
