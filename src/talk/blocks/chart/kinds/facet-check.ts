import { tooMuchToShow } from '../../../problems/problems.ts';
import type { Report } from '../chart-note-check.ts';
import { FACETS } from '../chart-room.ts';
import type { ChartSpec } from '../chart-spec.ts';

/** Height of the room for small charts on a slide. */
const FACET_ROOM = 500;

/** Reports more small charts than a slide, or the height that an author gives, has room for. */
export function checkFacets(
  count: number,
  { height }: ChartSpec,
  least: number,
  report: Report,
): void {
  const most = FACETS.columns * Math.floor(FACET_ROOM / FACETS.height);
  if (count > 0 && count <= most && (height ?? least) < least) {
    const about = {
      what: `${count} small charts`,
      limit: `they need ${least} pixels of height, and have ${height}`,
      hint: `Give it a "height" of at least ${least}, or leave that out.`,
    };
    report(['height'], (span) => tooMuchToShow('chart', about, span));
  }
  if (count <= most) return;
  const what = `${count} small charts`;
  const limit = `${most} of them have room`;
  const hint = 'Choose rows with "where", or divide them among slides.';
  report(['facet'], (span) => tooMuchToShow('chart', { what, limit, hint }, span));
}
