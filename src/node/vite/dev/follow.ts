import path from 'node:path';
import { findStats } from '../../system-error.ts';

/** Collects changed files until editors have finished writing them. */
export interface Follower {
  /** Records a file that was changed, added or removed; its path is relative to the project's root. */
  note(file: string): void;
}

/** How long files must be unchanged to count as written; several may be saved at once. */
const SETTLE_MS = 1;
/** Timeout for an empty or missing file: its editor may be about to write or replace it. */
const EMPTY_RETRY_MS = 20;
/** After this time files are read as they are. */
const SETTLE_TIMEOUT_MS = 100;
/** The watcher drops a second change within 50 ms of the first. */
const RECHECK_DELAY_MS = 80;

/** Calls `refresh` after files changed, one call at a time, while `isBusy` returns false. Reports its errors; equal ones in a row once. */
export function followFiles(
  root: string,
  refresh: () => Promise<void>,
  tell: (error: unknown) => void,
  isBusy: () => boolean = () => false,
): Follower {
  /** Files that changed, each with the state in which it was last found. */
  const noted = new Map<string, string>();
  /** The state of each file when it was last checked: the watcher reports most changes several times. */
  const seen = new Map<string, string>();
  let until = 0;
  let timer: NodeJS.Timeout | undefined;
  let secondLook: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let fault = '';

  function wait(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(look, delay).unref();
  }

  function look(): void {
    const states = [...noted.keys()].map((file) => [file, readState(root, file)] as const);
    const isEmpty = states.some(([, state]) => state === '' || state.startsWith('0 '));
    const isGrowing = states.some(([file, state]) => state !== noted.get(file));
    for (const [file, state] of states) noted.set(file, state);
    if ((isEmpty || isGrowing) && performance.now() < until) {
      return wait(isEmpty ? EMPTY_RETRY_MS : SETTLE_MS);
    }
    if (isBusy()) return wait(EMPTY_RETRY_MS);
    noted.clear();
    for (const [file, state] of states) seen.set(file, state);
    run();
    clearTimeout(secondLook);
    secondLook = setTimeout(run, RECHECK_DELAY_MS).unref();
  }

  function run(): void {
    running = running.then(refresh).then(
      () => void (fault = ''),
      (error: unknown) => {
        if (String(error) !== fault) tell(error);
        fault = String(error);
      },
    );
  }

  return {
    note(file) {
      const state = readState(root, file);
      if (seen.get(file) === state) return;
      if (noted.size === 0) until = performance.now() + SETTLE_TIMEOUT_MS;
      noted.set(file, state);
      wait(SETTLE_MS);
    },
  };
}

/** Reads a file's size and time of change; empty when it is missing. */
function readState(root: string, file: string): string {
  const found = findStats(path.join(root, file));
  return found ? `${found.size} ${found.mtimeNs}` : '';
}
