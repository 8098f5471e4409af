import type { TimelineView } from '../../../talk/blocks/timeline/timeline-view.ts';
import { textWidth } from '../chart-text.ts';
import { thinLabels } from '../labels.ts';
import type { DayScale } from './timeline-axis.ts';
import { fitVersions } from './timeline-shape.ts';

/** The versions above a timeline: their size, and those that are written. */
export interface TimelineNames {
  size: number;
  /** Written versions; where not all have room, every n-th, and always the highlighted one. */
  written: ReadonlySet<string>;
}

/** The usual size of versions. */
const SIZE = 32;
/** Between the smallest versions. */
const GAP = 6;

/** Plans the versions above the bars of a timeline, so that none overlap. */
export function planVersions(
  { releases }: TimelineView,
  scale: DayScale,
  current: string | null,
): TimelineNames {
  const ends = releases.map(({ opens, releases: end }) => [scale(opens), scale(end)] as const);
  const versions = releases.map(({ version }) => version);
  const size = fitVersions(versions, Math.min(...ends.map(([from, to]) => to - from)), SIZE);
  const centers = ends.map(([from, to]) => (from + to) / 2);
  const widths = versions.map((version) => textWidth(version, size, true));
  const kept = thinLabels(centers, widths, GAP);
  const own = current === null ? -1 : versions.indexOf(current);
  const isClear = (index: number): boolean =>
    index === own ||
    Math.abs((centers[index] ?? 0) - (centers[own] ?? 0)) >=
      ((widths[index] ?? 0) + (widths[own] ?? 0)) / 2 + GAP;
  const written = versions.filter(
    (_, index) => index === own || (kept[index] === true && (own < 0 || isClear(index))),
  );
  return { size, written: new Set(written) };
}
