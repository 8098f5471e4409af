import type { TimelineRelease } from '../../../talk/blocks/timeline/timeline-view.ts';
import { printDate } from '../../../talk/data/date.ts';
import type { IsoDate } from '../../../talk/model/dataset.ts';
import { textWidth } from '../chart-text.ts';

/** A part of a cycle's bar. */
export interface Segment {
  kind: 'window' | 'candidates';
  from: IsoDate;
  to: IsoDate;
  isProjected: boolean;
}

/** Text size of dates and of the second line. */
export const WORDS = 20;

const GAP = 14;
/** Space between the versions of adjacent releases. */
const APART = 24;
/** Room around a label at its smallest size. */
const TIGHT = 4;
const MIN_SIZE = 18;

/** Splits a cycle's bar at its first candidate, and at the as-of date between past and projection. */
export function cutSegments(release: TimelineRelease, asOf: IsoDate): Segment[] {
  const { opens, closes, releases, stage } = release;
  const now = stage === 'unknown' ? opens : asOf;
  const cut = (kind: Segment['kind'], from: IsoDate, to: IsoDate): Segment[] => {
    if (stage === 'released' || to <= now) return [{ kind, from, to, isProjected: false }];
    if (from >= now) return [{ kind, from, to, isProjected: true }];
    return [
      { kind, from, to: now, isProjected: false },
      { kind, from: now, to, isProjected: true },
    ];
  };
  const window = opens === closes ? [] : cut('window', opens, closes);
  return [...window, ...cut('candidates', closes, releases)];
}

/** Lists the candidates after the first in the known part of a bar. */
export function cutWeeks(release: TimelineRelease, asOf: IsoDate): IsoDate[] {
  const end = release.stage === 'unknown' ? release.opens : asOf;
  return release.candidates.slice(1).filter((day) => day < end);
}

/** Formats the releases' dates on one line, or day and year on two when there is less room. */
export function printReleases(
  releases: readonly TimelineRelease[],
  rooms: readonly number[],
): string[][] {
  const whole = releases.map((release) => printWhole(release));
  if (whole.every((text, index) => fits(text, rooms[index] ?? 0)))
    return whole.map((text) => [text]);
  return releases.map((release, index) => {
    const brief = printBrief(release);
    const year = release.releases.slice(0, 4);
    if (!fits(brief, rooms[index] ?? 0)) return [];
    return releases[index - 1]?.releases.slice(0, 4) === year ? [brief] : [brief, year];
  });
}

function printWhole({ stage, releases }: TimelineRelease): string {
  const [day, month = '', year] = printDate(releases).split(' ');
  const short = month.slice(0, 3);
  return stage === 'released' ? `${day} ${short} ${year}` : `~${short} ${year}`;
}

function printBrief({ stage, releases }: TimelineRelease): string {
  const [day, month = ''] = printDate(releases).split(' ');
  return stage === 'released' ? `${day} ${month.slice(0, 3)}` : `~${month.slice(0, 3)}`;
}

/** A text with its fitted size. */
export interface Label {
  text: string;
  size: number;
}

/** Fits a value of the second line into its room, at a smaller size if needed; null when it does not fit. */
export function fitBelow(value: string | null, label: string, room: number): Label | null {
  const brief = value?.replace(/(.*) or newer$/, '≥ $1') ?? '';
  const choices =
    value === null ? ['no data'] : [`${label} ${value}`.trim(), `${label} ${brief}`.trim(), brief];
  const text = choices.find((choice) => fits(choice, room));
  if (text !== undefined) return { text, size: WORDS };
  const least = brief.replace(' ', '');
  const isTight = value !== null && textWidth(least, MIN_SIZE, true) + TIGHT <= room;
  return isTight ? { text: least, size: MIN_SIZE } : null;
}

/** Finds the largest size at which all versions are separate. */
export function fitVersions(versions: readonly string[], room: number, largest: number): number {
  const widest = Math.max(0, ...versions.map((version) => textWidth(version, 1, true)));
  return Math.max(WORDS, Math.min(largest, Math.floor((room - APART) / widest)));
}

function fits(text: string, room: number): boolean {
  return textWidth(text, WORDS, true) + GAP <= room;
}
