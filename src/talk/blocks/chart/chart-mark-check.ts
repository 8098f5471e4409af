import { parsePeriod, subtractPeriod } from '../../data/date.ts';
import type { DatasetView } from '../../model/dataset.ts';
import { noRowAgo, wrongValue } from '../../problems/problems.ts';
import { printPeriod } from '../../text/duration.ts';
import type { Report } from './chart-note-check.ts';
import type { ChartSpec } from './chart-spec.ts';
import type { ChartView } from './chart-view.ts';

/** Kinds that draw the change between two places. */
const DRAWN: ReadonlySet<string> = new Set(['line', 'area', 'column']);

/** Reports a comparison without a value only when no series of the chart has one. */
export function checkMark(
  spec: ChartSpec,
  data: DatasetView,
  view: ChartView,
  report: Report,
): void {
  const period = parsePeriod(spec.mark ?? '');
  const hasPast = view.series.some(({ points }) => points.some(({ past }) => past));
  const newest = data.asOf;
  if (!period || hasPast || spec.type === 'slope') return;
  if (view.mark) {
    if (DRAWN.has(spec.type)) return;
    const expected = `left out, as a ${spec.type} chart along dates draws no comparison; a line or columns do`;
    report(['mark'], (span) => wrongValue('mark', expected, span));
    return;
  }
  if (view.series.length > 1) {
    const expected = 'left out where there are several lines; a slope compares them';
    report(['mark'], (span) => wrongValue('mark', expected, span));
    return;
  }
  if (newest === null) {
    report(['mark'], (span) => wrongValue('mark', 'left out, as the rows have no dates', span));
    return;
  }
  const dates = [...new Set(data.rows.flatMap(({ asOf }) => asOf ?? []))];
  const target = subtractPeriod(newest, period);
  const about = { dataset: data.name, period: printPeriod(period), target, dates };
  report(['mark'], (span) => noRowAgo(about, span));
}
