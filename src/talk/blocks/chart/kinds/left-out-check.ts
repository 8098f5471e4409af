import type { BlockContext } from '../../../model/block.ts';
import type { DatasetView } from '../../../model/dataset.ts';
import { namesLeftOut, noEnds } from '../../../problems/chart-problems.ts';
import { countNames, MAX_NAMES } from '../chart-room.ts';
import type { ChartView } from '../chart-view.ts';

/** Reports what a chart leaves out and draws the rest: names below it, and lines of a slope without an end. */
export function checkLeftOut(data: DatasetView, view: ChartView, context: BlockContext): void {
  const count = view.facets ? 0 : countNames(view);
  if (count > MAX_NAMES)
    context.report(namesLeftOut({ count, most: MAX_NAMES }, context.spanOf([])));
  const lines = view.type === 'slope' ? listEndless(view) : [];
  const dates = view.places.map(({ label }) => label);
  if (lines.length > 0 && lines.length < view.series.length)
    context.report(noEnds({ dataset: data.name, names: lines, dates }, context.spanOf(['data'])));
}

/** Lists the lines of a slope that have a value at neither of its dates. */
function listEndless({ series }: ChartView): string[] {
  return series.flatMap(({ name, points }) =>
    points.every(({ value }) => value === null) ? [name] : [],
  );
}
