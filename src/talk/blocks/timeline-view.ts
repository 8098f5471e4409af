import { printDate } from '../data/date.ts';
import type { DatasetView, IsoDate } from '../model/dataset.ts';
import { CADENCE, toCycles, type Cycle, type Stage } from './timeline-cycle.ts';
import { toReleaseFacts, type HighlightFacts, type ReleaseFacts } from './timeline-release.ts';

/** What a timeline's author may write. */
export interface TimelineSpec {
  data: string;
  /** The first release shown; defaults to the sixth from the end. */
  from?: string;
  /** The last release shown; defaults to the next one planned. */
  to?: string;
  /** Whether the Rust version is a second line; defaults to true. */
  rust?: boolean;
  /** Whether highlights enter with the releases, stand all at once or stay away; defaults to steps. */
  highlights?: 'steps' | 'all' | 'none';
  /** The one release whose highlights are listed, large. */
  focus?: string;
}

/** Whether a highlight is in a release, waits in the merge window, is hoped for, or did not come with its release. */
export type HighlightState = 'landed' | 'queued' | 'planned' | 'missed';

/** Something a release brings, as it stood on the as-of date. */
export interface Highlight {
  text: string;
  state: HighlightState;
  /** The release it came with when that is another one; null for its own. */
  elsewhere: string | null;
}

/** A release on the timeline. */
export interface TimelineRelease extends Cycle {
  rust: string | null;
  highlights: Highlight[];
}

/** A stretch of releases built with the same Rust version. */
export interface RustSpan {
  label: string;
  from: IsoDate;
  to: IsoDate;
}

/** All that a timeline shows on one day. */
export interface TimelineView {
  asOf: IsoDate;
  /** The as-of date in words. */
  today: string;
  from: IsoDate;
  to: IsoDate;
  releases: TimelineRelease[];
  rust: RustSpan[];
  /** What the projected part rests on; empty where nothing is projected. */
  cadence: string;
  /** Indices of the releases that have something to tell, in order. */
  told: number[];
}

const SHOWN = 6;

/** Says what a timeline shows on a day: facts known then, and the usual cadence for what lies after it. */
export function timelineView(spec: TimelineSpec, view: DatasetView, asOf: IsoDate): TimelineView {
  const facts = view.rows.flatMap((row) => toReleaseFacts(row) ?? []);
  const cycles = toCycles(facts, asOf);
  const releases = pick(cycles, spec).map((cycle) => toRelease(cycle, facts, cycles));
  const told = releases.flatMap(({ highlights }, index) => (highlights.length > 0 ? [index] : []));
  return {
    asOf,
    today: printDate(asOf),
    from: releases[0]?.opens ?? asOf,
    to: releases.at(-1)?.latest ?? asOf,
    releases,
    rust: spec.rust === false ? [] : toRustSpans(releases),
    cadence: releases.some(isProjected) ? printCadence() : '',
    told,
  };
}

/** Tells whether a part of a cycle is not known but projected. */
export function isProjected({ stage }: Cycle): boolean {
  return stage !== 'released';
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
    rust: isUnderWay && own?.rust ? printRust(own.rust) : null,
    highlights: (own?.highlights ?? []).map((highlight) => toHighlight(highlight, cycle, stages)),
  };
}

function printRust({ version, kind }: { version: string; kind: 'exact' | 'minimum' }): string {
  return kind === 'minimum' ? `${version} or newer` : version;
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

function stateIn(stage: Stage): HighlightState {
  if (stage === 'released' || stage === 'candidate') return 'landed';
  return stage === 'merge-window' ? 'queued' : 'planned';
}

function toRustSpans(releases: readonly TimelineRelease[]): RustSpan[] {
  const spans: RustSpan[] = [];
  for (const { rust, opens, releases: to } of releases) {
    if (rust === null) continue;
    const last = spans.at(-1);
    if (last?.label === rust && last.to === opens) last.to = to;
    else spans.push({ label: rust, from: opens, to });
  }
  return spans;
}

function printCadence(): string {
  const [fewest, most] = CADENCE.candidates;
  return `Projected from the usual cadence: a merge window of two weeks, then ${NUMBERS[fewest]} or ${NUMBERS[most]} -rcs.`;
}

const NUMBERS: Record<number, string> = { 7: 'seven', 8: 'eight' };
