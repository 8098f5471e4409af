/** Where the recording of a talk is kept in the browser, by the path of its page. */
export const RECORDING_KEY = 'rostrum:recording:';

/** Reports whether a rehearsal of a talk is recorded, or will be from the first move on. */
export function hasRecording(path: string): boolean {
  try {
    return localStorage.getItem(RECORDING_KEY + path) !== null;
  } catch {
    return false;
  }
}

const RECORDER_KEY = 'rostrum:recorder:';

/** Returns the id of the deck that records a talk; null where none has begun to. */
export function readRecorder(path: string): string | null {
  try {
    return localStorage.getItem(RECORDER_KEY + path);
  } catch {
    return null;
  }
}

/** Lets a deck be the one that records a talk. */
export function storeRecorder(path: string, deck: string): void {
  try {
    localStorage.setItem(RECORDER_KEY + path, deck);
  } catch {
    // Without storage nothing is recorded.
  }
}
