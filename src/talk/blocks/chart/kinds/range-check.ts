import { wrongValue } from '../../../problems/problems.ts';
import type { Report } from '../chart-note-check.ts';
import type { ChartView } from '../chart-view.ts';

const HINT = 'Correct the row, or name other columns in "low" and "high".';

/** Reports the first range that ends below its start, or that its value is outside of. */
export function checkRanges({ places, series }: ChartView, report: Report): void {
  const points = series[0]?.points ?? [];
  const turned = points.findIndex(({ range }) => range && range.low > range.high);
  const outside = points.findIndex(
    ({ range, value }) => range && value !== null && (value < range.low || value > range.high),
  );
  const at = (place: number): string => `"${places[place]?.label ?? ''}"`;
  if (turned >= 0) {
    const { lowLabel = '', highLabel = '' } = points[turned]?.range ?? {};
    const expected = `at most as large as "high", but at ${at(turned)} they are ${lowLabel} and ${highLabel}`;
    report(['low'], (span) => wrongValue('low', expected, span, HINT));
  } else if (outside >= 0) {
    const expected = `between "low" and "high", but at ${at(outside)} it is ${points[outside]?.label ?? ''}`;
    report(['y'], (span) => wrongValue('y', expected, span, HINT));
  }
}
