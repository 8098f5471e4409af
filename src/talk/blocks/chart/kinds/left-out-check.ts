import type { BlockContext } from '../../../model/block.ts';
import { isPartialDate } from '../../../data/date.ts';
import type { DatasetView } from '../../../model/dataset.ts';
import { betweenEnds, namesLeftOut, noEnds } from '../../../problems/chart-problems.ts';
import { countNames, MAX_NAMES } from '../chart-room.ts';
import { readChart } from '../chart-rows.ts';
import type { ChartSpec } from '../chart-spec.ts';
import type { ChartView } from '../chart-view.ts';
import { checkFlat } from './facet-check.ts';

/** Numbers, and versions: they are in order, as dates are. */
const IN_ORDER = /^\D?\d+(\.\d+)*$/;

/** Reports what a chart leaves out or flattens, and draws the rest: names below it, small charts, and names and lines of a slope without an end. */
export function checkLeftOut(
  spec: ChartSpec,
  data: DatasetView,
  view: ChartView,
  context: BlockContext,
): void {
  checkFlat(view, context);
  const count = view.facets ? 0 : countNames(view);
  if (count > MAX_NAMES)
    context.report(namesLeftOut({ count, most: MAX_NAMES }, context.spanOf([])));
  const lines = view.type === 'slope' ? listEndless(view) : [];
  const dates = view.places.map(({ label }) => label);
  if (lines.length > 0 && lines.length < view.series.length)
    context.report(noEnds({ dataset: data.name, names: lines, dates }, context.spanOf(['data'])));
  const between = view.type === 'slope' ? countBetween(spec, data) : 0;
  if (between > 0)
    context.report(betweenEnds({ count: between, names: dates }, context.spanOf(['type'])));
}

/** Counts the names between the ends of a slope; 0 for dates, numbers and versions, which are on the way from one end to the other. */
function countBetween(spec: ChartSpec, data: DatasetView): number {
  const names = [...new Set(readChart(spec, data).readings.map(({ key }) => key))];
  const count = Math.min(names.length, spec.limit ?? Infinity);
  return count <= 2 || names.every((name) => isPartialDate(name) || IN_ORDER.test(name))
    ? 0
    : count - 2;
}

/** Lists the lines of a slope that have a value at neither of its dates. */
function listEndless({ series }: ChartView): string[] {
  return series.flatMap(({ name, points }) =>
    points.every(({ value }) => value === null) ? [name] : [],
  );
}
