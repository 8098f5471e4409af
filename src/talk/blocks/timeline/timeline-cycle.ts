import { addDays, daysBetween, printDate } from '../../data/date.ts';
import type { IsoDate } from '../../model/dataset.ts';
import { compareVersions } from '../version.ts';
import type { ReleaseFacts } from './timeline-release.ts';

/** State of a release on the as-of date; `unknown` when its usual end has passed and the data do not say. */
export type Stage = 'released' | 'candidate' | 'merge-window' | 'planned' | 'unknown';

/** A release's cycle on one day: known dates, and the usual cadence for the rest. */
export interface Cycle {
  version: string;
  opens: IsoDate;
  /** The day of -rc1. */
  closes: IsoDate;
  releases: IsoDate;
  /** The last usual day of the release; equal to `releases` once it is out. */
  latest: IsoDate;
  stage: Stage;
  /** The stage in words. */
  status: string;
}

/** Weeks of a merge window, and the number of weekly -rcs after it. */
const CADENCE = { mergeWindowWeeks: 2, candidates: [7, 8] } as const;

const WEEK = 7;
const MERGE_WINDOW = CADENCE.mergeWindowWeeks * WEEK;
const MIN_CYCLE = MERGE_WINDOW + CADENCE.candidates[0] * WEEK;
const MAX_CYCLE = MERGE_WINDOW + CADENCE.candidates[1] * WEEK;
/** The highest minor version of the kernel, as in x.19. */
const LAST_MINOR = 19;
const MAX_PROJECTED = 6;

/** Returns the releases as known on a day; later dates count as unknown, and the next releases are projected. */
export function toCycles(facts: readonly ReleaseFacts[], asOf: IsoDate): Cycle[] {
  const cycles: Cycle[] = [];
  for (const release of [...facts].sort((a, b) => compareVersions(a.version, b.version))) {
    const cycle = toCycle(release, cycles.at(-1), asOf);
    if (cycle) cycles.push(cycle);
  }
  for (let added = 0; added < MAX_PROJECTED; added++) {
    const last = cycles.at(-1);
    if (!last || last.stage === 'planned') break;
    cycles.push(project(nextVersion(last.version), last, asOf));
  }
  return cycles;
}

/** Lists the days of a cycle's -rcs, one a week after the merge window. */
export function candidateDays({ closes, releases }: Cycle): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = closes; day < releases; day = addDays(day, WEEK)) days.push(day);
  return days;
}

function toCycle(facts: ReleaseFacts, before: Cycle | undefined, asOf: IsoDate): Cycle | undefined {
  const known = (day: IsoDate | null): IsoDate | null => (day !== null && day <= asOf ? day : null);
  const released = known(facts.released);
  const follows = before?.stage === 'released' ? before.releases : null;
  const opened = known(facts.opened) ?? follows ?? (released && addDays(released, -MIN_CYCLE));
  if (opened === null) return before && project(facts.version, before, asOf);
  const closes = known(facts.closed) ?? addDays(opened, MERGE_WINDOW);
  const releases = released ?? addDays(opened, MIN_CYCLE);
  const latest = released ?? addDays(opened, MAX_CYCLE);
  return withStage(
    { version: facts.version, opens: opened, closes, releases, latest },
    released,
    asOf,
  );
}

function project(version: string, before: Cycle, asOf: IsoDate): Cycle {
  const opens = before.releases;
  const cycle = {
    version,
    opens,
    closes: addDays(opens, MERGE_WINDOW),
    releases: addDays(opens, MIN_CYCLE),
    latest: addDays(before.latest, MAX_CYCLE),
  };
  if (before.stage === 'released') return withStage(cycle, null, asOf);
  if (before.stage === 'unknown' && before.latest < asOf) return { ...cycle, ...UNKNOWN };
  return { ...cycle, stage: 'planned', status: printPlan(cycle.releases) };
}

type Days = Omit<Cycle, 'stage' | 'status'>;

function withStage(days: Days, released: IsoDate | null, asOf: IsoDate): Cycle {
  if (released) return { ...days, stage: 'released', status: `released ${printDate(released)}` };
  if (asOf < days.opens) return { ...days, stage: 'planned', status: printPlan(days.releases) };
  if (asOf < days.closes) return { ...days, stage: 'merge-window', status: 'merge window open' };
  if (asOf > days.latest) return { ...days, ...UNKNOWN };
  const candidate = Math.floor(daysBetween(days.closes, asOf) / WEEK) + 1;
  return { ...days, stage: 'candidate', status: `-rc${candidate}` };
}

const UNKNOWN = { stage: 'unknown', status: 'no data yet' } as const;

function printPlan(releases: IsoDate): string {
  return `planned for about ${printDate(releases, 'month')}`;
}

function nextVersion(version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return minor >= LAST_MINOR ? `${major + 1}.0` : `${major}.${minor + 1}`;
}
