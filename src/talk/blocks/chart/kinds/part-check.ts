import type { DatasetView } from '../../../model/dataset.ts';
import { wrongValue } from '../../../problems/block-problems.ts';
import type { ChartSpec } from '../chart-spec.ts';
import type { ChartView } from '../chart-view.ts';
import type { Report } from '../chart-note-check.ts';
import { findUnknownParts } from './percent-view.ts';

/** Reports the first part below zero of a whole. */
export function checkSigns({ series, places }: ChartView, report: Report): void {
  for (const { name, points } of series) {
    const index = points.findIndex(({ value }) => (value ?? 0) < 0);
    if (index < 0) continue;
    const at = [name, places[index]?.label].filter(Boolean).join(' at ');
    const expected = `another one, as parts of a whole are never negative and "${at}" is`;
    report(['type'], (span) => wrongValue('type', expected, span, SIGNS_HINT));
    return;
  }
}

const SIGNS_HINT = 'Charts of type column, bar and line show values below zero.';

/** Reports a whole of one part, whose share is always 100%. */
export function checkAlone({ series, facets }: ChartView, report: Report): void {
  const wholes = facets ? facets.map(({ view }) => view.series) : [series];
  const [only] = wholes[0] ?? [];
  if (!only || wholes.some(({ length }) => length > 1)) return;
  const expected = `another one, as the share of "${only.name}" is always 100% without another part`;
  const hint = 'Name several columns in "y" or a column of parts in "label", or draw columns.';
  report(['type'], (span) => wrongValue('type', expected, span, hint));
}

/** Reports the first place at which a part of a whole is not known; false where all are. */
export function checkParts(spec: ChartSpec, data: DatasetView, report: Report): boolean {
  const [unknown] = findUnknownParts(spec, data);
  if (!unknown) return false;
  const { part, place } = unknown;
  const expected = `another one, as shares need all parts, and "${part}" has no value at "${place}"`;
  const hint = 'Add the missing value, which is 0 where there is nothing, or draw stacks.';
  report(['type'], (span) => wrongValue('type', expected, span, hint));
  return true;
}
