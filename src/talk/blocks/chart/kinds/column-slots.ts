import type { ChartPlace } from '../chart-place.ts';
import type { ChartType } from '../chart-spec.ts';
import type { ChartView } from '../chart-view.ts';

/** Where the columns of a chart are, in distances of the two that are nearest to each other. */
export interface Slots {
  /** One for each place, from 0. */
  at: number[];
  /** Whether dates at uneven distances are drawn at even ones, as they are too far apart for columns. */
  isOffScale: boolean;
}

/** Dates are even whose distances differ by less: months, quarters and leap years do. */
const EVEN = 1.15;
/** Free slots per column, and bars of all slots, that leave columns wide enough. */
const MAX_SHARE = 4;
const MAX_BARS = 120;
const UPRIGHT: readonly ChartType[] = ['column', 'stacked', 'percent', 'range'];

/** Places columns in proportion to time, where they are along it; else at even distances. */
export function planSlots(places: readonly ChartPlace[], series = 1): Slots {
  const even = places.map((_, index) => index);
  const times = readTimes(places);
  const [first = 0, second = 0] = times;
  const distances = times.map((time) => Math.sign(second - first) * (time - first));
  const steps = distances.slice(1).map((distance, index) => distance - (distances[index] ?? 0));
  const [least, most] = [Math.min(...steps), Math.max(...steps)];
  if (!(least > 0) || most <= least * EVEN) return { at: even, isOffScale: false };
  const at = distances.map((distance) => distance / least);
  const count = (at.at(-1) ?? 0) + 1;
  const isOffScale = count > places.length * MAX_SHARE || count * series > MAX_BARS;
  return { at: isOffScale ? even : at, isOffScale };
}

/** Reports whether a chart draws dates at even distances that have uneven ones. */
export function isOffScale({ type, places, series }: ChartView): boolean {
  // Those of small charts are of the same names.
  const names = new Set(series.map(({ key }) => key)).size;
  if (type === 'heatmap') return planSlots(places, Infinity).isOffScale;
  return UPRIGHT.includes(type) && planSlots(places, type === 'column' ? names : 1).isOffScale;
}

/** Returns dates as numbers: years, months, or else days; NaN for names. */
function readTimes(places: readonly ChartPlace[]): number[] {
  const lengths = new Set(places.map(({ key }) => key.length));
  return places.map(({ key, day }) => {
    if (day === null || lengths.size > 1 || key.length > 7) return day ?? NaN;
    return key.length === 4 ? Number(key) : Number(key.slice(0, 4)) * 12 + Number(key.slice(5));
  });
}
