import {
  FORMAT,
  MAX_MOVES,
  MAX_PAUSES,
  type Rehearsal,
  type RehearsalMove,
  type RehearsalPause,
} from '../../talk/model/rehearsal/rehearsal.ts';
import { readElapsed, type Clock } from '../stage/clock.ts';
import type { Position } from '../stage/position.ts';

/** A rehearsal while it is recorded; all times but `startedAt` and `movedAt` are seconds on the clock. */
export interface Recording {
  /** When its clock started, in milliseconds since 1970; null before that. */
  startedAt: number | null;
  /** When it last changed, in milliseconds since 1970. */
  movedAt: number;
  /** What the clock showed then. */
  seconds: number;
  isWhole: boolean;
  pauses: RehearsalPause[];
  moves: RehearsalMove[];
}

/** A recording whose clock has not started. */
export const NEW_RECORDING: Recording = {
  startedAt: null,
  movedAt: 0,
  seconds: 0,
  isWhole: false,
  pauses: [],
  moves: [],
};

/** What a deck shows at a moment. */
export interface Moment {
  clock: Clock;
  position: Position;
  /** Whether the slide is the last one of the talk. */
  isLast: boolean;
  /** Milliseconds since 1970. */
  now: number;
}

/** Notes what a deck shows; a clock that was set to zero begins the recording again. */
export function followMoment(recording: Recording, moment: Moment): Recording {
  const { clock, position, isLast, now } = moment;
  const { startedAt } = clock;
  if (startedAt !== recording.startedAt) {
    const begun = { ...NEW_RECORDING, startedAt };
    return startedAt === null ? begun : followMoment(begun, moment);
  }
  if (startedAt === null) return recording;
  const seconds = toSeconds(readElapsed(clock, now));
  const next = {
    ...recording,
    movedAt: now,
    seconds: Math.max(seconds, recording.seconds),
    isWhole: recording.isWhole || isLast,
    pauses: notePauses(recording, clock),
  };
  const step = position.step + 1;
  const last = recording.moves.at(-1);
  const isSame = last?.slide === position.slide && last.step === step;
  if (isSame || recording.moves.length >= MAX_MOVES) return next;
  const move = { at: next.seconds, slide: position.slide, step };
  return { ...next, moves: [...recording.moves, move] };
}

/** Returns the rehearsal that was recorded; null where the clock never started. */
export function finishRecording(
  recording: Recording,
  { talk, title }: Pick<Rehearsal, 'talk' | 'title'>,
): Rehearsal | null {
  const { startedAt, seconds, isWhole, pauses, moves } = recording;
  if (startedAt === null || moves.length === 0) return null;
  const begun = new Date(startedAt).toISOString();
  const head = { format: FORMAT, version: 1, talk, title, startedAt: begun } as const;
  return { ...head, seconds, isWhole, pauses, moves };
}

/** A pause is noted when it has ended; the clock holds the sum of all. */
function notePauses({ pauses, seconds }: Recording, { paused }: Clock): RehearsalPause[] {
  const known = pauses.reduce((sum, pause) => sum + pause.seconds, 0);
  const more = toSeconds(paused) - known;
  return more < 0.1 || pauses.length >= MAX_PAUSES
    ? pauses
    : [...pauses, { at: seconds, seconds: toSeconds(more * 1000) }];
}

/** Tenths of a second are exact enough. */
function toSeconds(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10;
}
