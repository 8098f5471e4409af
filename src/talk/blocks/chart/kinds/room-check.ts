import { tooMuchToShow } from '../../../problems/problems.ts';
import type { Drawn } from '../chart-kind-check.ts';
import type { Report } from '../chart-note-check.ts';
import {
  COLUMNS,
  countFitting,
  countLooks,
  countNames,
  leastHeight,
  MAX_NAMES,
} from '../chart-room.ts';
import type { ChartSpec } from '../chart-spec.ts';

/** Reports what a slide has no room or no colours for. */
export function checkRoom(spec: ChartSpec, { view, whole }: Drawn, report: Report): void {
  const [places, series] = [view.places.length, view.series.length];
  const [most, looks] = [countFitting(view, spec), countLooks(view, spec)];
  const least = leastHeight({ ...view, places: [] });
  // The height of small charts is that of all of them, which is checked on its own.
  if (whole.facets === null && spec.height !== undefined && spec.height < least) {
    const hint = `Give it a "height" of at least ${least}, or leave that out.`;
    const what = `its values and the names of its colours in ${spec.height} pixels`;
    report(['height'], (span) => tooMuchToShow('chart', { what, hint }, span));
  } else if (places > most) {
    // Names need more room than columns.
    const limit = whole.facets === null && countNames(view) > 0 ? Math.min(most, MAX_NAMES) : most;
    const fitting = limit < most ? `${limit} fit with their names` : `${most} fit`;
    const hint = `${fitting}. Show fewer with "limit: ${limit}" or "where", or make several charts of them.`;
    const what = `${places} ${view.type}s`;
    report([], (span) => tooMuchToShow('chart', { what, hint }, span));
  }
  if (series > looks) {
    const isFull = spec.highlight !== undefined || COLUMNS.includes(spec.type);
    const others = isFull ? 'sum some of them up' : 'name the important ones in "highlight"';
    const hint = `${looks} have a colour of their own. Choose rows with "where", or ${others}.`;
    report([], (span) => tooMuchToShow('chart', { what: `${series} series`, hint }, span));
  }
}
