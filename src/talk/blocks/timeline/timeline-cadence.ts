import { parsePeriod, periodDays } from '../../data/date.ts';

/** How often releases come, as the author wrote it. */
export interface CadenceSpec {
  /** The time from one release to the next, `6w`, or the least and the most of it, `9w to 10w`. */
  cadence: string;
  /** What comes before a release; defaults to nothing. */
  candidates?: CandidatesSpec;
  /** Which number of a version the next release counts up; without it only releases in the data are shown. */
  next?: 'minor' | 'major';
  /** The minor number after which the major one is counted up; defaults to none. */
  lastMinor?: number;
}

/** Candidates of a release, and the window before the first of them. */
export interface CandidatesSpec {
  /** What stands before the number of a candidate. */
  name: string;
  /** The time from one candidate to the next. */
  every: string;
  /** The time from the start of a cycle to the first candidate. */
  after: string;
  /** What that time is called. */
  window: string;
}

/** How often releases come, in days. */
export interface Cadence {
  least: number;
  most: number;
  candidates: Candidates | null;
}

/** When the candidates of a release come, in days. */
export interface Candidates {
  name: string;
  window: string;
  every: number;
  after: number;
}

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
const UNITS = { min: 'minute', h: 'hour', d: 'day', w: 'week', mo: 'month', y: 'year' };

/** Splits a cadence into its least and its most; the two are equal where the author gave one. */
export function splitCadence(cadence: string): [least: string, most: string] {
  const [least = '', most = least] = cadence.split(/\s+to\s+/);
  return [least, most];
}

/** Reads how often releases come; a period that cannot be read counts as no days. */
export function readCadence({ cadence, candidates }: CadenceSpec): Cadence {
  const [least, most] = splitCadence(cadence);
  return {
    least: countDays(least),
    most: countDays(most),
    candidates: candidates
      ? { ...candidates, every: countDays(candidates.every), after: countDays(candidates.after) }
      : null,
  };
}

/** Names the release after a version; null where its number does not follow. */
export function nextVersion(version: string, { next, lastMinor }: CadenceSpec): string | null {
  const [major = NaN, minor, ...rest] = version.split('.').map(Number);
  if (next === undefined || !Number.isInteger(major)) return null;
  const zeros = [minor, ...rest].flatMap((part) => (part === undefined ? [] : [0]));
  if (next === 'major' || minor === undefined) return [major + 1, ...zeros].join('.');
  if (!Number.isInteger(minor)) return null;
  if (lastMinor !== undefined && minor >= lastMinor) return [major + 1, ...zeros].join('.');
  return [major, minor + 1, ...rest.map(() => 0)].join('.');
}

/** Writes the cadence in words: "merge window of two weeks, then seven or eight -rcs". */
export function printCadence(spec: CadenceSpec): string {
  const { least, most, candidates } = readCadence(spec);
  if (!candidates || !spec.candidates) return `a release every ${printLengths(spec.cadence)}`;
  const counts = [least, most].map((days) =>
    Math.floor((days - candidates.after) / candidates.every),
  );
  const count = [...new Set(counts)].map(printNumber).join(' or ');
  return `${candidates.window} of ${printLength(spec.candidates.after)}, then ${count} ${candidates.name}s`;
}

function countDays(text: string): number {
  const period = parsePeriod(text);
  return period ? periodDays(period) : 0;
}

/** Writes a cadence in words: "week", "six weeks", "nine to ten weeks". */
function printLengths(cadence: string): string {
  const [least, most] = splitCadence(cadence).map(parsePeriod);
  if (!least || !most || least.unit !== most.unit) {
    return splitCadence(cadence).map(printLength).join(' to ');
  }
  if (most.amount === 1) return UNITS[most.unit];
  const amounts = [...new Set([least.amount, most.amount])].map(printNumber);
  return `${amounts.join(' to ')} ${UNITS[least.unit]}s`;
}

function printLength(text: string): string {
  const period = parsePeriod(text);
  if (!period) return text;
  return `${printNumber(period.amount)} ${UNITS[period.unit]}${period.amount === 1 ? '' : 's'}`;
}

function printNumber(number: number): string {
  return NUMBERS[number] ?? String(number);
}
