import type { BlockContext } from '../../../model/block.ts';
import { flatFacets, tooMuchToShow } from '../../../problems/problems.ts';
import type { Report } from '../chart-note-check.ts';
import { FACETS } from '../chart-room.ts';
import type { ChartSpec } from '../chart-spec.ts';
import type { ChartFacet, ChartView } from '../chart-view.ts';

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

/** Values that differ look equal in a smaller part of their axis, and differ by more than this part of their size. */
const FLAT = 1 / 40;
const VARIED = 0.1;

/** Finds small charts whose values differ, and look equal on the axis that they share with large ones; null for none. */
function findFlat({ facets, scale, min, max }: ChartView): FlatFacets | null {
  if (!facets || scale === 'log') return null;
  const spans = facets.map(spanOf);
  const flat = facets.filter((_, index) => {
    const { low = 0, high = 0 } = spans[index] ?? {};
    const isVaried = high - low > VARIED * Math.max(Math.abs(low), Math.abs(high));
    return isVaried && high - low < FLAT * (max - min);
  });
  const sizes = spans.map((span) => Math.max(Math.abs(span.low), Math.abs(span.high)));
  const largest = Math.max(...sizes);
  const own = Math.max(...flat.map((one) => sizes[facets.indexOf(one)] ?? 0));
  if (flat.length === 0 || !(own > 0)) return null;
  const names = flat.map(({ name }) => name);
  const high = facets[sizes.indexOf(largest)]?.name ?? '';
  return { flat: names, high, times: Math.round(largest / own) };
}

/** Small charts that look flat beside another, and how much further its values reach. */
interface FlatFacets {
  flat: string[];
  high: string;
  times: number;
}

/** Reports small charts that look flat. */
export function checkFlat(view: ChartView, context: BlockContext): void {
  const found = findFlat(view);
  if (found) context.report(flatFacets(found, context.spanOf(['facet'])));
}

/** Returns the lowest and highest value of a small chart; those of a stack are totals. */
function spanOf({ view }: ChartFacet): { low: number; high: number } {
  const values = view.places.flatMap((_, place) => {
    const found = view.series.flatMap(({ points }) => points[place]?.value ?? []);
    const isStack = view.type === 'stacked' && found.length > 0;
    return isStack ? found.reduce((sum, value) => sum + value, 0) : found;
  });
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  return low > high ? { low: 0, high: 0 } : { low, high };
}
