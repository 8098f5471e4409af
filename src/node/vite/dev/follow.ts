import path from 'node:path';
import { findStats } from '../../system-error.ts';

/** Gathers changed files until their editors are done with them. */
export interface Follower {
  /** Takes note of a file that changed, came or went; its path is relative to the project's root. */
  note(file: string): void;
}

/** How long files must stay as they are to be taken for written; several are saved at once. */
const SETTLE_MS = 1;
/** How long to wait for a file that is empty or gone: its editor may be about to write it, or to put another in its place. */
const EMPTY_RETRY_MS = 20;
/** After this time files are read as they are. */
const SETTLE_TIMEOUT_MS = 100;
/** The watcher swallows a second change within 50 ms of the first. */
const RECHECK_DELAY_MS = 80;

/** Calls `refresh` after files changed, while `isBusy` returns false, never twice at once; what goes wrong in it is told, the same fault in a row once. */
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

/** Reads how long a file is and when it was written; empty where it is gone. */
function readState(root: string, file: string): string {
  const found = findStats(path.join(root, file));
  return found ? `${found.size} ${found.mtimeNs}` : '';
}
