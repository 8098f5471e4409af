import { parseRehearsal, type Rehearsal } from '../../talk/model/rehearsal/rehearsal.ts';
import { RECORDING_KEY } from './recording-key.ts';
import { NEW_RECORDING, type Recording } from './recording.ts';

/** This many rehearsals of a talk are kept in a browser; a new one takes the place of the oldest. */
export const MAX_KEPT = 20;

const RUNS = 'rostrum:rehearsals:';

/** Returns the recording of a talk, which is known by the path of its page; null for none. */
export function readRecording(talk: string): Recording | null {
  const value = read(RECORDING_KEY + talk);
  if (typeof value !== 'object' || value === null) return null;
  const { startedAt, movedAt, ...run } = value as Partial<Recording>;
  if (startedAt === null) return NEW_RECORDING;
  if (typeof startedAt !== 'number' || typeof movedAt !== 'number') return null;
  const begun = Number.isFinite(startedAt) ? new Date(startedAt).toISOString() : '';
  const head = { format: 'rostrum-rehearsal', version: 1, talk: '', title: '', startedAt: begun };
  const parsed = parseRehearsal({ ...head, ...run });
  if (!('value' in parsed)) return null;
  const { seconds, isWhole, pauses, moves } = parsed.value;
  return { startedAt, movedAt, seconds, isWhole, pauses, moves };
}

/** Keeps the recording of a talk, or removes it; returns false where the browser keeps nothing. */
export function storeRecording(talk: string, recording: Recording | null): boolean {
  return store(RECORDING_KEY + talk, recording);
}

/** Returns the rehearsals of a talk that this browser keeps, in the order of time. */
export function readRuns(talk: string): Rehearsal[] {
  const values = read(RUNS + talk);
  return (Array.isArray(values) ? values : []).flatMap((value) => {
    const parsed = parseRehearsal(value);
    return 'value' in parsed ? [parsed.value] : [];
  });
}

/** Keeps a rehearsal of a talk; returns false where the browser cannot. */
export function addRun(talk: string, run: Rehearsal): boolean {
  return store(RUNS + talk, [...readRuns(talk), run].slice(-MAX_KEPT));
}

/** Removes all rehearsals of a talk from this browser. */
export function removeRuns(talk: string): void {
  store(RUNS + talk, null);
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function store(key: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
