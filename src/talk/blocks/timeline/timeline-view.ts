import { daysBetween, printDate } from '../../data/date.ts';
import type { DatasetView, IsoDate } from '../../model/dataset.ts';
import { printCadence, type CadenceSpec } from './timeline-cadence.ts';
import { toCycles, type Cycle, type Stage } from './timeline-cycle.ts';
import {
  toReleaseFacts,
  type HighlightFacts,
  type ReleaseColumns,
  type ReleaseFacts,
} from './timeline-release.ts';

/** A timeline as the author wrote it. */
export interface TimelineSpec extends CadenceSpec, ReleaseColumns {
  data: string;
  /** The first release shown; defaults to the sixth from the end. */
  from?: string;
  /** The last release shown; defaults to the next one planned. */
  to?: string;
  /** Whether highlights enter with the releases, are shown at once or are hidden; defaults to steps. */
  highlights?: 'steps' | 'all' | 'none';
  /** The one release whose highlights are listed in large text. */
  focus?: string;
}

/** State of a highlight: in a release, taken for the next, planned, or planned and not known to be done. */
export type HighlightState = 'landed' | 'queued' | 'planned' | 'missed';

/** A change in a release, as known on the as-of date. */
export interface Highlight {
  text: string;
  state: HighlightState;
  /** The release that contains it when that differs from the planned one; else null. */
  elsewhere: string | null;
}

/** A release on the timeline. */
export interface TimelineRelease extends Cycle {
  /** Its value on the second line; null when it is not known or not under way. */
  below: string | null;
  highlights: Highlight[];
}

/** A range of releases with the same value on the second line. */
export interface BelowSpan {
  /** Null when the data do not say. */
  label: string | null;
  from: IsoDate;
  to: IsoDate;
}

/** The state of a release, under a word for its role. */
export interface Standing {
  part: string;
  version: string;
  status: string;
}

/** The content of a timeline on one day. */
export interface TimelineView {
  asOf: IsoDate;
  /** The as-of date in words. */
  today: string;
  from: IsoDate;
  to: IsoDate;
  releases: TimelineRelease[];
  below: BelowSpan[];
  /** What stands before each value on the second line; empty for nothing. */
  belowLabel: string;
  /** Explanation of the projected part; empty when nothing is projected. */
  cadence: string;
  /** The newest release, the current one and the next. */
  now: Standing[];
  /** Indices of the releases with highlights, in order. */
  told: number[];
}

const SHOWN = 6;
/** Maximum days after the last release shown for which the axis still includes the as-of date. */
const NEAR = 70;

/** Computes the content of a timeline on a day: known facts, and the cadence for later dates. */
export function timelineView(spec: TimelineSpec, view: DatasetView, asOf: IsoDate): TimelineView {
  const facts = view.rows.flatMap((row) => toReleaseFacts(row, spec) ?? []);
  const cycles = toCycles(facts, asOf, spec);
  const releases = pick(cycles, spec).map((cycle) => toRelease(cycle, facts, cycles));
  const told = releases.flatMap(({ highlights }, index) => (highlights.length > 0 ? [index] : []));
  return {
    asOf,
    today: printDate(asOf),
    from: releases[0]?.opens ?? asOf,
    to: endOf(releases, cycles, asOf),
    releases,
    below: spec.below ? toBelowSpans(releases) : [],
    belowLabel: spec.below?.label ?? '',
    cadence: releases.some(({ stage }) => stage !== 'released') ? printCadence(spec) : '',
    now: toStandings(cycles),
    told,
  };
}

/** Extends the axis to the as-of date when it is near and no other release lies between. */
function endOf(
  releases: readonly TimelineRelease[],
  cycles: readonly Cycle[],
  asOf: IsoDate,
): IsoDate {
  const last = releases.at(-1);
  if (!last) return asOf;
  const isNewest = last.version === cycles.findLast(({ stage }) => stage === 'released')?.version;
  const days = daysBetween(last.latest, asOf);
  return isNewest && days > 0 && days <= NEAR ? asOf : last.latest;
}

function pick(cycles: readonly Cycle[], { from, to }: TimelineSpec): Cycle[] {
  const next = cycles.findIndex(({ stage }) => stage === 'planned');
  const toIndex = cycles.findIndex(({ version }) => version === to);
  const last = toIndex >= 0 ? toIndex : next >= 0 ? next : cycles.length - 1;
  const fromIndex = cycles.findIndex(({ version }) => version === from);
  const first = fromIndex >= 0 ? fromIndex : Math.max(0, last - SHOWN + 1);
  return cycles.slice(first, last + 1);
}

function toRelease(
  cycle: Cycle,
  facts: readonly ReleaseFacts[],
  cycles: readonly Cycle[],
): TimelineRelease {
  const own = facts.find(({ version }) => version === cycle.version);
  const stages = new Map(cycles.map(({ version, stage }) => [version, stage]));
  const isUnderWay = cycle.stage !== 'planned' && cycle.stage !== 'unknown';
  return {
    ...cycle,
    below: isUnderWay ? (own?.below ?? null) : null,
    highlights: (own?.highlights ?? []).map((highlight) => toHighlight(highlight, cycle, stages)),
  };
}

function toHighlight(
  { text, landed }: HighlightFacts,
  { version, stage }: Cycle,
  stages: ReadonlyMap<string, Stage>,
): Highlight {
  if (landed === undefined) return { text, state: stateIn(stage), elsewhere: null };
  const state = landed === null ? 'planned' : stateIn(stages.get(landed) ?? 'planned');
  const isLate = state === 'planned' && (stage === 'released' || stage === 'candidate');
  const elsewhere = landed !== version && state !== 'planned' ? landed : null;
  return { text, state: isLate ? 'missed' : state, elsewhere };
}

/** Returns the state of a highlight that comes with its own release. */
export function stateIn(stage: Stage): HighlightState {
  if (stage === 'released' || stage === 'candidate') return 'landed';
  return stage === 'in-window' ? 'queued' : 'planned';
}

function toStandings(cycles: readonly Cycle[]): Standing[] {
  const latest = cycles.findLast(({ stage }) => stage === 'released');
  const current = cycles.find(({ stage }) => stage === 'in-window' || stage === 'candidate');
  const next = cycles.find(({ stage }) => stage === 'planned');
  const unknown = cycles.filter(({ stage }) => stage === 'unknown');
  const standings = [toStanding('Latest release', latest), toStanding('In the works', current)];
  if (unknown.length === 0) return [...standings, toStanding('Next', next)].flat();
  const version = unknown.map((cycle) => cycle.version).join(', ');
  return [...standings.flat(), { part: 'Since then', version, status: 'no data yet' }];
}

function toStanding(part: string, cycle: Cycle | undefined): Standing[] {
  return cycle ? [{ part, version: cycle.version, status: cycle.status }] : [];
}

function toBelowSpans(releases: readonly TimelineRelease[]): BelowSpan[] {
  const spans: BelowSpan[] = [];
  for (const { below, opens, releases: to, stage } of releases) {
    if (stage === 'planned' || stage === 'unknown') continue;
    const last = spans.at(-1);
    if (last?.label === below && last.to === opens) last.to = to;
    else spans.push({ label: below, from: opens, to });
  }
  return spans;
}
