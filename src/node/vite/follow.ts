import { statSync } from 'node:fs';
import path from 'node:path';

/** Gathers changed files until their editors are done with them. */
export interface Follower {
  /** Takes note of a file that changed, came or went; its path is relative to the project's root. */
  note(file: string): void;
}

/** How long files must keep their sizes to be taken for written; several are saved at once. */
const PAUSE = 1;
/** How long an empty file is taken for one that is just being written. */
const EMPTY_PAUSE = 20;
/** After this time a file is read as it is. */
const PATIENCE = 100;
/** The watcher swallows a second change within 50 ms of the first. */
const SECOND_LOOK = 80;

/** Calls `refresh` after files changed, never twice at once; what goes wrong in it is told, the same fault in a row once. */
export function followFiles(
  root: string,
  refresh: () => Promise<void>,
  tell: (error: unknown) => void,
): Follower {
  const noted = new Set<string>();
  let until = 0;
  let timer: NodeJS.Timeout | undefined;
  let secondLook: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let fault = '';

  function wait(delay: number): void {
    const before = readSizes(root, noted);
    clearTimeout(timer);
    timer = setTimeout(() => look(before), delay).unref();
  }

  function look(before: readonly number[]): void {
    const sizes = readSizes(root, noted);
    const isEmpty = sizes.includes(0);
    const isGrowing = sizes.some((size, index) => size !== before[index]);
    if ((isEmpty || isGrowing) && performance.now() < until) {
      return wait(isEmpty ? EMPTY_PAUSE : PAUSE);
    }
    noted.clear();
    run();
    clearTimeout(secondLook);
    secondLook = setTimeout(run, SECOND_LOOK).unref();
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
      if (noted.size === 0) until = performance.now() + PATIENCE;
      noted.add(file);
      wait(PAUSE);
    },
  };
}

/** Reads how long files are; -1 for those that are gone. */
function readSizes(root: string, files: ReadonlySet<string>): number[] {
  return [...files].map(
    (file) => statSync(path.join(root, file), { throwIfNoEntry: false })?.size ?? -1,
  );
}
