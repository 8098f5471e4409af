import type { TimelineView } from '../../../talk/blocks/timeline/timeline-view.ts';
import type { IsoDate } from '../../../talk/model/dataset.ts';
import { scaleLinear } from '../scale.ts';
import { textWidth } from '../chart-text.ts';
import { printReleases, WORDS } from './timeline-shape.ts';

/** Places a day on the axis. */
export type DayScale = (day: IsoDate) => number;

/** What a bar keeps free at each end, so that two of them do not touch. */
export const INSET = 1;
/** What the last dot needs beyond the axis; the first bar begins at the very edge. */
const EDGE = 10;

interface Axis {
  scale: DayScale;
  /** What is written under each release, in lines. */
  dates: string[][];
}

/** Plans the axis: it ends where the last date has as much room as the others, if all can be written out. */
export function planAxis(view: TimelineView, width: number): Axis {
  const plan = (right: number): Axis => {
    const time = scaleLinear(
      [Date.parse(view.from), Date.parse(findEnd(view))],
      [-INSET, width - right],
    );
    const scale: DayScale = (day) => time(Date.parse(day));
    const rooms = view.releases.map(({ opens, releases }) => scale(releases) - scale(opens));
    return { scale, dates: printReleases(view.releases, rooms) };
  };
  const whole = plan(EDGE);
  const last = whole.dates.at(-1) ?? [];
  const half = Math.max(0, ...last.map((line) => textWidth(line, WORDS, true))) / 2;
  const inset = plan(Math.max(EDGE, half));
  return String(inset.dates) === String(whole.dates) ? inset : whole;
}

/** Finds where the axis ends: with the last release, or with the as-of date where that is later. */
export function findEnd({ releases, asOf, to }: TimelineView): IsoDate {
  const last = releases.at(-1)?.releases ?? to;
  return asOf <= last ? last : to;
}
