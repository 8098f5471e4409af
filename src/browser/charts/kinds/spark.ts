import type { ChartView } from '../../../talk/blocks/chart/chart-view.ts';
import { isCarried } from '../axis/value-ticks.ts';
import type { ChartPoint } from '../../../talk/blocks/chart/chart-series.ts';

const FEW = 3;

/** Removes from a chart what its surroundings already show; with many values, only the first and newest are written. */
export function toSpark(view: ChartView): ChartView {
  const last = view.places.length - 1;
  const isWritten = (place: number): boolean => last < FEW || place === 0 || place === last;
  const write = (point: ChartPoint, place: number): ChartPoint =>
    isWritten(place) && point.value !== null ? point : { ...point, label: '' };
  const series = view.series.map((one) => ({ ...one, points: one.points.map(write) }));
  const places = view.places.map((place, index) =>
    isWritten(index) ? place : { ...place, label: '', short: '' },
  );
  // A prefix follows from the unit.
  const unit = isCarried(view) ? view.unit : null;
  return { ...view, series, places, unit, title: null, mark: null };
}
