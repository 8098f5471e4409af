import type { TimelineView } from '../../../talk/blocks/timeline/timeline-view.ts';
import type { IsoDate } from '../../../talk/model/dataset.ts';
import { scaleLinear } from '../scale.ts';
import { textWidth } from '../chart-text.ts';
import { printReleases, WORDS } from './timeline-shape.ts';

/** Maps a day to a position on the axis. */
export type DayScale = (day: IsoDate) => number;

/** Inset at each end of a bar, so that adjacent bars do not touch. */
export const INSET = 1;
/** Room for the last dot after the axis; the first bar begins at the edge. */
const EDGE = 10;

interface Axis {
  scale: DayScale;
  /** Lines of text under each release. */
  dates: string[][];
}

/** Between the last date and the one before it, where the last is moved into the drawing. */
const GAP = 10;

/** Plans the axis, which ends so that the last date has as much room as the others if all fit. */
export function planAxis(view: TimelineView, width: number): Axis {
  const plan = (right: number): Axis => {
    const time = scaleLinear(
      [Date.parse(view.from), Date.parse(endOf(view))],
      [-INSET, width - right],
    );
    const scale: DayScale = (day) => time(Date.parse(day));
    const rooms = view.releases.map(({ opens, releases }) => scale(releases) - scale(opens));
    return { scale, dates: printReleases(view.releases, rooms) };
  };
  const whole = plan(EDGE);
  const half = halfOf(whole.dates.at(-1));
  const inset = plan(Math.max(EDGE, half));
  if (String(inset.dates) === String(whole.dates)) return inset;
  const [before, last] = view.releases.slice(-2).map(({ releases }) => whole.scale(releases));
  const room = (last ?? width) - (before ?? 0) - Math.max(0, half - EDGE);
  return halfOf(whole.dates.at(-2)) + half + GAP <= room ? whole : inset;
}

function halfOf(lines: readonly string[] = []): number {
  return Math.max(0, ...lines.map((line) => textWidth(line, WORDS, true))) / 2;
}

/** Returns the end of the axis: the last release, or the as-of date if that is later. */
export function endOf({ releases, asOf, to }: TimelineView): IsoDate {
  const last = releases.at(-1)?.releases ?? to;
  return asOf <= last ? last : to;
}
