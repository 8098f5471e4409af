import type { TimelineRelease, TimelineView } from '../../../talk/blocks/timeline/timeline-view.ts';
import type { IsoDate } from '../../../talk/model/dataset.ts';
import type { Mark, Scene, TextMark } from '../scene.ts';
import { textWidth } from '../chart-text.ts';
import { INSET, planAxis, type DayScale } from './timeline-axis.ts';
import { planVersions, type TimelineNames } from './timeline-names.ts';
import { cutSegments, cutWeeks, fitBelow, WORDS } from './timeline-shape.ts';

/** Options of a timeline's drawing. */
export interface TimelineOptions {
  width: number;
  /** The highlighted version; null for none. */
  current: string | null;
}

/** `clear` is half of the line's width, with some air. */
const TODAY = { height: 34, padding: 14, clear: 9 };
const VERSION_BASELINE = 67;
const BAR = { top: 79, height: 56, radius: 3 };
const DATE = { baseline: 161, leading: 23, below: 15 };
const BELOW_HEIGHT = 36;
const DOT = 9;

/** Draws releases as bars on a time axis, with a second line below and the as-of date across. */
export function drawTimeline(view: TimelineView, { width, current }: TimelineOptions): Scene {
  const { scale, dates } = planAxis(view, width);
  const names = planVersions(view, scale, current);
  const lines = Math.max(1, ...dates.map((date) => date.length));
  const top = DATE.baseline + (lines - 1) * DATE.leading + DATE.below;
  const marks = [
    ...drawBelow(view, scale, top),
    ...view.releases.flatMap((release) => drawBar(release, view.asOf, scale, current)),
    ...drawToday(view, scale, { width, names }),
    ...view.releases.flatMap((release, index) => {
      const look = lookOf(release, current);
      const words = drawWords(release, { date: dates[index] ?? [], scale, look, names });
      return words.map((mark) => keepInside(mark, width));
    }),
  ];
  return { width, height: view.below.length > 0 ? top + BELOW_HEIGHT : top, marks };
}

function lookOf({ version, stage }: TimelineRelease, current: string | null): string {
  if (current === null) return stage;
  return `${stage} ${version === current ? 'current' : 'other'}`;
}

function drawBar(
  release: TimelineRelease,
  asOf: IsoDate,
  scale: DayScale,
  current: string | null,
): Mark[] {
  const { version } = release;
  const look = lookOf(release, current);
  const segments = cutSegments(release, asOf).map(({ kind, from, to, isProjected }): Mark => {
    // A dashed outline is centred on its edge, so its box is smaller.
    const inset = isProjected ? 2 : INSET;
    const inner = Math.max(0, scale(to) - scale(from) - 2 * inset);
    return {
      kind: 'rect',
      key: `${version} ${kind} ${isProjected}`,
      look: `${kind} ${look}${isProjected ? ' projected' : ''}`,
      x: scale(from) + inset,
      y: BAR.top + (isProjected ? 1 : 0),
      width: inner,
      height: BAR.height - (isProjected ? 2 : 0),
      radius: BAR.radius,
    };
  });
  const weeks = cutWeeks(release, asOf).map((day): Mark => {
    const x = scale(day);
    const ends = { x1: x, x2: x, y1: BAR.top, y2: BAR.top + BAR.height };
    return { kind: 'line', key: `${version} ${day}`, look: 'week', ...ends };
  });
  return [...segments, ...weeks];
}

interface Words {
  /** The lines of the date. */
  date: readonly string[];
  scale: DayScale;
  look: string;
  names: TimelineNames;
}

function drawWords(release: TimelineRelease, { date, scale, look, names }: Words): Mark[] {
  const { version, opens, releases } = release;
  const [left, right] = [scale(opens), scale(releases)];
  const dates = date.map((text, line): Mark => {
    const y = DATE.baseline + line * DATE.leading;
    const key = `${version} date ${line}`;
    return { ...word(text, right, y, WORDS), key, look: `date ${look}` };
  });
  const name = word(version, (left + right) / 2, VERSION_BASELINE, names.size);
  return [
    ...(names.written.includes(version)
      ? [{ ...name, key: `${version} name`, look: `version ${look}` }]
      : []),
    {
      kind: 'circle',
      key: `${version} release`,
      look: `release-dot ${look}`,
      cx: right,
      cy: BAR.top + BAR.height / 2,
      r: DOT,
    },
    ...dates,
  ];
}

function word(text: string, x: number, y: number, size: number): Omit<TextMark, 'key' | 'look'> {
  return { kind: 'text', text, x, y, size, anchor: 'middle' };
}

function keepInside(mark: Mark, width: number): Mark {
  if (mark.kind !== 'text') return mark;
  const half = textWidth(mark.text, mark.size, true) / 2;
  return { ...mark, x: Math.min(Math.max(half, mark.x), width - half) };
}

function drawBelow({ below, belowLabel }: TimelineView, scale: DayScale, top: number): Mark[] {
  return below.flatMap(({ label, from, to }, index): Mark[] => {
    const [left, right] = [scale(from) + INSET, scale(to) - INSET];
    const fit = fitBelow(label, belowLabel, right - left);
    const look = label === null ? 'missing' : 'known';
    const y = top + BELOW_HEIGHT / 2 + 7;
    return [
      {
        kind: 'rect',
        key: `below ${index}`,
        look: `below ${look}`,
        x: left,
        y: top,
        width: right - left,
        height: BELOW_HEIGHT,
        radius: BAR.radius,
      },
      {
        ...word(fit?.text ?? '', (left + right) / 2, y, fit?.size ?? WORDS),
        key: `below ${index} name`,
        look: `below-name ${look}`,
      },
    ];
  });
}

function drawToday(
  view: TimelineView,
  scale: DayScale,
  { width, names }: { width: number; names: TimelineNames },
): Mark[] {
  const { asOf, from, to, today } = view;
  if (asOf < from || asOf > to) return [];
  const x = scale(asOf);
  const half = textWidth(today, WORDS, true) / 2 + TODAY.padding;
  const middle = Math.min(Math.max(half, x), width - half);
  const bottom = BAR.top + BAR.height + 5;
  const lines = isThroughName(view, scale, names)
    ? [
        [TODAY.height - 1, VERSION_BASELINE - names.size * 0.8 - 3],
        [VERSION_BASELINE + TODAY.clear, bottom],
      ]
    : [[TODAY.height - 1, bottom]];
  return [
    ...lines.map(([y1 = 0, y2 = 0], index): Mark => {
      return { kind: 'line', key: `today ${index}`, look: 'today', x1: x, x2: x, y1, y2 };
    }),
    {
      kind: 'rect',
      key: 'today',
      look: 'today',
      x: middle - half,
      y: 0,
      width: 2 * half,
      height: TODAY.height,
      radius: BAR.radius,
    },
    { ...word(today, middle, TODAY.height / 2 + 7, WORDS), key: 'today', look: 'today' },
  ];
}

/** Reports whether the line of the day would cross the name of a release. */
function isThroughName(
  { releases, asOf }: TimelineView,
  scale: DayScale,
  { size, written }: TimelineNames,
): boolean {
  return releases.some(({ version, opens, releases: end }) => {
    if (!written.includes(version)) return false;
    const middle = (scale(opens) + scale(end)) / 2;
    return Math.abs(scale(asOf) - middle) < textWidth(version, size, true) / 2 + TODAY.clear;
  });
}
