import { statSync } from 'node:fs';
import path from 'node:path';

/** Gathers changed files until their editors are done with them. */
export interface Follower {
  /** Takes note of a file that changed, came or went; its path is relative to the project's root. */
  note(file: string): void;
}

/** Saves come in pairs: editors write twice, and save several files at once. */
const PAUSE = 4;
/** How long an empty file is taken for one that is just being written. */
const EMPTY_PAUSE = 20;
const EMPTY_LIMIT = 5;
/** The watcher swallows a second change within 50 ms of the first. */
const SECOND_LOOK = 80;

/** Calls `refresh` after files changed, never twice at once. */
export function followFiles(root: string, refresh: () => Promise<void>): Follower {
  const noted = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let secondLook: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  function schedule(delay: number, empties: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => look(empties), delay).unref();
  }

  function look(empties: number): void {
    const isUnfinished = [...noted].some((file) => isEmpty(path.join(root, file)));
    if (isUnfinished && empties < EMPTY_LIMIT) return schedule(EMPTY_PAUSE, empties + 1);
    noted.clear();
    run();
    clearTimeout(secondLook);
    secondLook = setTimeout(run, SECOND_LOOK).unref();
  }

  function run(): void {
    running = running.then(refresh);
  }

  return {
    note(file) {
      noted.add(file);
      schedule(PAUSE, 0);
    },
  };
}

function isEmpty(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.size === 0;
}
