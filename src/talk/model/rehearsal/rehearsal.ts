/** A run through a talk: when each slide and step was reached. It holds nothing of what was said. */
export interface Rehearsal {
  format: typeof FORMAT;
  version: 1;
  /** Name of the talk. */
  talk: string;
  title: string;
  /** When it began, as ISO 8601 in UTC. */
  startedAt: string;
  /** Seconds on the clock at its end, without pauses. */
  seconds: number;
  /** Whether the last slide of the talk was reached. */
  isWhole: boolean;
  pauses: RehearsalPause[];
  /** In the order of time; the first one begins the clock. */
  moves: RehearsalMove[];
}

/** A pause of the clock, in seconds. */
export interface RehearsalPause {
  /** What the clock showed. */
  at: number;
  seconds: number;
}

/** A slide or step that was reached. */
export interface RehearsalMove {
  /** Seconds on the clock. */
  at: number;
  /** Id of the slide. */
  slide: string;
  /** Number of its steps that are shown. */
  step: number;
}

/** What `format` of a rehearsal says. */
export const FORMAT = 'rostrum-rehearsal';

/** Limits of what a rehearsal may hold; a run of a day with a step each ten seconds is within them. */
export const MAX_MOVES = 10_000;
export const MAX_PAUSES = 1000;
const MAX_SECONDS = 86_400;
const MAX_STEP = 10_000;
const MAX_LENGTH = 500;

/** A rehearsal, or the key that is wrong in a value that is none, and what it has to be. */
export type ParsedRehearsal = { value: Rehearsal } | { key: string; expected: string };

/** Checks the shape of a rehearsal; takes only what it needs. */
export function parseRehearsal(data: unknown): ParsedRehearsal {
  const fields = isObject(data) ? data : {};
  for (const [key, isRight, expected] of CHECKS) {
    if (!isRight(fields[key])) return { key, expected };
  }
  // All keys were checked.
  const { talk, title, startedAt, seconds, isWhole, pauses, moves } =
    fields as unknown as Rehearsal;
  if (!isInOrder(moves, seconds)) {
    return { key: 'moves', expected: 'in the order of time, up to "seconds"' };
  }
  const run = { format: FORMAT, version: 1, talk, title, startedAt, seconds, isWhole } as const;
  return {
    value: {
      ...run,
      pauses: pauses.map(({ at, seconds: length }) => ({ at, seconds: length })),
      moves: moves.map(({ at, slide, step }) => ({ at, slide, step })),
    },
  };
}

type Check = readonly [
  key: keyof Rehearsal,
  isRight: (value: unknown) => boolean,
  expected: string,
];

const CHECKS: readonly Check[] = [
  ['format', (value) => value === FORMAT, `"${FORMAT}"`],
  ['version', (value) => value === 1, '1'],
  ['talk', isText, 'the name of a talk'],
  ['title', isText, `text of at most ${MAX_LENGTH} characters`],
  ['startedAt', isInstant, 'a time in UTC such as 2026-11-30T10:00:00Z'],
  ['seconds', isSeconds, 'a number from 0 to 86400'],
  ['isWhole', (value) => typeof value === 'boolean', 'true or false'],
  ['pauses', (value) => isList(value, MAX_PAUSES, isPause), 'a list of {"at", "seconds"}'],
  ['moves', (value) => isList(value, MAX_MOVES, isMove), 'a list of {"at", "slide", "step"}'],
];

function isInOrder(moves: readonly RehearsalMove[], seconds: number): boolean {
  return moves.every(({ at }, index) => at <= (moves[index + 1]?.at ?? seconds));
}

function isPause(value: unknown): boolean {
  return isObject(value) && isSeconds(value['at']) && isSeconds(value['seconds']);
}

function isMove(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { at, slide, step } = value;
  return isSeconds(at) && isText(slide) && Number.isInteger(step) && isWithin(step, MAX_STEP);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= MAX_LENGTH;
}

function isSeconds(value: unknown): boolean {
  return isWithin(value, MAX_SECONDS);
}

function isWithin(value: unknown, most: number): boolean {
  return typeof value === 'number' && value >= 0 && value <= most;
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}

function isList(value: unknown, most: number, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= most && value.every(isItem);
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;
