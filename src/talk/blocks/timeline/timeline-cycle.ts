import { addDays, daysBetween, printDate } from '../../data/date.ts';
import type { IsoDate } from '../../model/dataset.ts';
import { compareVersions } from '../version.ts';
import { nextVersion, readCadence, type Cadence, type CadenceSpec } from './timeline-cadence.ts';
import type { ReleaseFacts } from './timeline-release.ts';

/** State of a release on the as-of date; `unknown` when its usual end has passed and the data do not say. */
export type Stage = 'released' | 'candidate' | 'in-window' | 'planned' | 'unknown';

/** A release's cycle on one day: known dates, and the usual cadence for the rest. */
export interface Cycle {
  version: string;
  opens: IsoDate;
  /** The day of the first candidate; equal to `opens` when there are none. */
  closes: IsoDate;
  releases: IsoDate;
  /** The last usual day of the release; equal to `releases` once it is out. */
  latest: IsoDate;
  /** The days of the candidates, up to the release. */
  candidates: IsoDate[];
  stage: Stage;
  /** The stage in words. */
  status: string;
}

const MAX_PROJECTED = 6;

/** Returns the releases as known on a day; later dates count as unknown, and the next releases are projected. */
export function toCycles(
  facts: readonly ReleaseFacts[],
  asOf: IsoDate,
  spec: CadenceSpec,
): Cycle[] {
  const around = { asOf, cadence: readCadence(spec) };
  const cycles: Cycle[] = [];
  for (const release of [...facts].sort((a, b) => compareVersions(a.version, b.version))) {
    const cycle = toCycle(release, cycles.at(-1), around);
    if (cycle) cycles.push(cycle);
  }
  for (let added = 0; added < MAX_PROJECTED; added++) {
    const last = cycles.at(-1);
    const version = last && last.stage !== 'planned' ? nextVersion(last.version, spec) : null;
    if (!last || version === null) break;
    cycles.push(project(version, last, around));
  }
  return cycles;
}

interface Around {
  asOf: IsoDate;
  cadence: Cadence;
}

function toCycle(
  facts: ReleaseFacts,
  before: Cycle | undefined,
  around: Around,
): Cycle | undefined {
  const { asOf, cadence } = around;
  const known = (day: IsoDate | null): IsoDate | null => (day !== null && day <= asOf ? day : null);
  const released = known(facts.released);
  const follows = before?.stage === 'released' ? before.releases : null;
  const opened = known(facts.opened) ?? follows ?? (released && addDays(released, -cadence.least));
  if (opened === null) return before && project(facts.version, before, around);
  const days = {
    version: facts.version,
    opens: opened,
    closes: known(facts.closed) ?? addDays(opened, cadence.candidates?.after ?? 0),
    releases: released ?? addDays(opened, cadence.least),
    latest: released ?? addDays(opened, cadence.most),
  };
  return withStage(withCandidates(days, cadence), released, around);
}

function project(version: string, before: Cycle, around: Around): Cycle {
  const { asOf, cadence } = around;
  const opens = before.releases;
  const cycle = withCandidates(
    {
      version,
      opens,
      closes: addDays(opens, cadence.candidates?.after ?? 0),
      releases: addDays(opens, cadence.least),
      latest: addDays(before.latest, cadence.most),
    },
    cadence,
  );
  if (before.stage === 'released') return withStage(cycle, null, around);
  if (before.stage === 'unknown' && before.latest < asOf) return { ...cycle, ...UNKNOWN };
  return { ...cycle, stage: 'planned', status: printPlan(cycle.releases) };
}

type Days = Omit<Cycle, 'stage' | 'status'>;

/** Adds the days of the candidates, which follow the window. */
function withCandidates(days: Omit<Days, 'candidates'>, { candidates }: Cadence): Days {
  const list: IsoDate[] = [];
  if (!candidates) return { ...days, candidates: list };
  for (let day = days.closes; day < days.releases; day = addDays(day, candidates.every)) {
    list.push(day);
  }
  return { ...days, candidates: list };
}

function withStage(days: Days, released: IsoDate | null, { asOf, cadence }: Around): Cycle {
  const { candidates } = cadence;
  if (released) return { ...days, stage: 'released', status: `released ${printDate(released)}` };
  if (asOf < days.opens) return { ...days, stage: 'planned', status: printPlan(days.releases) };
  if (candidates && asOf < days.closes) {
    return { ...days, stage: 'in-window', status: `${candidates.window} open` };
  }
  if (asOf > days.latest) return { ...days, ...UNKNOWN };
  if (!candidates) return { ...days, stage: 'in-window', status: 'in the works' };
  const candidate = Math.floor(daysBetween(days.closes, asOf) / candidates.every) + 1;
  return { ...days, stage: 'candidate', status: printCandidate(candidates.name, candidate) };
}

/** Writes rc3, but "release candidate 3": several words are no prefix. */
function printCandidate(name: string, number: number): string {
  return /\s/.test(name.trim()) ? `${name.trim()} ${number}` : `${name}${number}`;
}

const UNKNOWN = { stage: 'unknown', status: 'no data yet' } as const;

function printPlan(releases: IsoDate): string {
  return `planned for about ${printDate(releases, 'month')}`;
}
