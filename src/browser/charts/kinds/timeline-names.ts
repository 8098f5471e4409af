import type { TimelineView } from '../../../talk/blocks/timeline/timeline-view.ts';
import { textWidth } from '../chart-text.ts';
import type { DayScale } from './timeline-axis.ts';
import { fitVersions } from './timeline-shape.ts';

/** The versions above a timeline: their size, and those that are written. */
export interface TimelineNames {
  size: number;
  /** Written versions; where not all have room, every n-th, and always the highlighted one. */
  written: readonly string[];
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
  const versions = releases.map(({ version }) => version);
  const room = Math.min(...releases.map(({ opens, releases: end }) => scale(end) - scale(opens)));
  const size = fitVersions(versions, room, SIZE);
  const widths = versions.map((version) => textWidth(version, size, true));
  const stride = Math.ceil((Math.max(...widths) + GAP) / room);
  const own = current === null ? Infinity : versions.indexOf(current);
  const written = versions.filter((_, index) => {
    const distance = Math.abs(index - own);
    return distance === 0 || (distance >= stride && (versions.length - 1 - index) % stride === 0);
  });
  return { size, written };
}
