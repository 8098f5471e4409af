import type { Rehearsal } from '../../talk/model/rehearsal/rehearsal.ts';
import { REHEARSAL_PATH } from '../../talk/model/wire.ts';
import { isOver, printClock } from '../stage/clock.ts';
import type { RehearsalChange } from '../stage/rehearsal-messages.ts';
import { finishRecording, followMoment, NEW_RECORDING, type Moment } from './recording.ts';
import { addRun, readRecording, storeRecording } from './recording-store.ts';

/** Records rehearsals of a talk in a deck. */
export interface Recorder {
  follow(moment: Moment): void;
  change(change: Exclude<RehearsalChange, 'close'>): void;
}

/** What a recorder records, and its listener. */
export interface RecorderOptions {
  /** Path of the talk's page. */
  path: string;
  /** Name and title of the talk. */
  talk: Pick<Rehearsal, 'talk' | 'title'>;
  /** Whether a dev server is there that writes rehearsals to files. */
  isServed: boolean;
  /** Gets what became of a rehearsal, in words; empty for nothing to say. */
  report(news: string): void;
}

/** Opens a recorder; a recording that was left behind hours ago is ended where it was left. */
export function openRecorder(options: RecorderOptions): Recorder {
  const { path, report } = options;
  const stale = readRecording(path);
  if (stale?.startedAt != null && isOver(stale.movedAt, Date.now())) void stop(options);
  return {
    follow(moment) {
      const recording = readRecording(path);
      if (recording) storeRecording(path, followMoment(recording, moment));
    },
    change(change) {
      if (change === 'stop') return void stop(options);
      const isKept = storeRecording(path, change === 'start' ? NEW_RECORDING : null);
      report(isKept ? '' : 'This browser keeps nothing, so it cannot record a rehearsal');
    },
  };
}

async function stop({ path, talk, isServed, report }: RecorderOptions): Promise<void> {
  const recording = readRecording(path);
  if (!recording) return;
  storeRecording(path, null);
  const run = finishRecording(recording, talk);
  if (!run) return report('The clock never started, so there is no rehearsal');
  const length = printClock(run.seconds);
  const isKept = addRun(path, run);
  const file = isServed ? await write(run) : null;
  if (file !== null) report(`Rehearsal of ${length} written to ${file}`);
  else if (isKept) report(`Rehearsal of ${length} kept in this browser; r downloads it`);
  else report(`Rehearsal of ${length} is lost: this browser keeps nothing`);
}

/** Lets the dev server write a rehearsal to a file; null where it does not. */
async function write(run: Rehearsal): Promise<string | null> {
  try {
    // A talk lies one folder below the base of the dev server.
    const response = await fetch(`..${REHEARSAL_PATH}${encodeURIComponent(run.talk)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(run),
    });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}
