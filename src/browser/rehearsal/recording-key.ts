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
