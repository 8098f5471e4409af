import type { ChartView } from '../../../talk/blocks/chart/chart-view.ts';
import { isCarried } from '../axis/value-ticks.ts';
import type { ChartPoint } from '../../../talk/blocks/chart/chart-series.ts';

const FEW = 3;

/** Removes from a chart what its surroundings already show; with many values, only the first and newest are written. */
export function toSpark(view: ChartView): ChartView {
  const first = firstDrawn(view);
  const last = view.places.length - 1;
  const isMany = last - first >= FEW;
  const isWritten = (place: number): boolean => !isMany || place === first || place === last;
  const write = (point: ChartPoint, place: number): ChartPoint =>
    isWritten(place) && point.value !== null ? point : { ...point, label: '' };
  const series = view.series.map((one) => ({
    ...one,
    points: one.points.map(write).slice(first),
  }));
  const places = view.places
    .map((place, index) => (isWritten(index) ? place : { ...place, label: '', short: '' }))
    .slice(first);
  // A prefix follows from the unit.
  const unit = isCarried(view) ? view.unit : null;
  return { ...view, series, places, unit, title: null, mark: null };
}

/** A small chart starts with a value, not with a gap. */
function firstDrawn({ places, series }: ChartView): number {
  const first = places.findIndex((_, place) =>
    series.some(({ points }) => (points[place]?.value ?? null) !== null),
  );
  return Math.max(0, first);
}
