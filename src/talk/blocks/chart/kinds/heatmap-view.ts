import type { DatasetView } from '../../../model/dataset.ts';
import type { ChartPoint } from '../chart-series.ts';
import type { ChartSpec } from '../chart-spec.ts';
import { chartView, type ChartView } from '../chart-view.ts';

const WHOLE = /^-?\d{1,15}$/;

/** Computes a heatmap: columns along `x`, rows by `label`. Names that are whole numbers are in their order, others in that of the data. */
export function viewHeatmap(spec: ChartSpec, data: DatasetView): ChartView {
  const view = chartView(spec, data);
  const columns = orderNames(
    view.places.map(({ key }) => key),
    spec.sort === undefined,
  );
  const rows = orderNames(
    view.series.map(({ name }) => name),
    true,
  );
  const pick = (points: readonly ChartPoint[]): ChartPoint[] =>
    columns.flatMap((place) => points[place] ?? []);
  return {
    ...view,
    places: columns.flatMap((place) => view.places[place] ?? []),
    series: rows.flatMap((index) => {
      const one = view.series[index];
      return one ? [{ ...one, points: pick(one.points) }] : [];
    }),
  };
}

/** Returns the order of names, as indexes: by number when all are whole numbers, which versions are not. */
function orderNames(names: readonly string[], isFree: boolean): number[] {
  const order = names.map((_, index) => index);
  if (!isFree || !names.every((name) => WHOLE.test(name))) return order;
  return order.sort((a, b) => Number(names[a]) - Number(names[b]));
}
