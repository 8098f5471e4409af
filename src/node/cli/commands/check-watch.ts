import { watch } from 'node:fs';
import path from 'node:path';
import { reasonOf } from '../../../talk/text/error-text.ts';
import { ProblemsError } from '../../errors.ts';
import type { Terminal } from '../../terminal.ts';

/** Editors write a file in several steps. */
const QUIET_MS = 150;
/** Folders and files that a check writes itself, or that no talk reads. */
const IGNORED =
  /(?:^|[\\/])(?:node_modules|\.cache|\.git|dist|rehearsals)(?:[\\/]|$)|[\\/]?\.#|~$|\.sw[a-z]$/;

/** Runs a task, and again after each change of a file of the project, until the process ends. */
export async function repeatOnChange(
  root: string,
  run: () => Promise<void>,
  { note, complain }: Pick<Terminal, 'note' | 'complain'>,
  signal?: AbortSignal,
): Promise<void> {
  const changes = openChanges(root, signal);
  const isEnded = (): boolean => signal?.aborted === true;
  for (let isFirst = true; !isEnded(); isFirst = false) {
    try {
      if (!isFirst) note('Checking again.');
      await run();
    } catch (error) {
      if (isFirst && !(error instanceof ProblemsError)) throw error;
      // A file that is being written may keep the project from being read for a moment.
      if (!(error instanceof ProblemsError)) complain(reasonOf(error));
    }
    note('Waiting for changes. Ctrl-C ends.');
    await changes.next();
  }
}

/** Collects changes from now on; `next` waits until one has happened and files are quiet. */
function openChanges(root: string, signal?: AbortSignal): { next(): Promise<void> } {
  const last = { changed: 0 };
  let wake = (): void => {};
  const watcher = watch(root, { recursive: true }, (_, name) => {
    if (name === null || IGNORED.test(path.normalize(name))) return;
    last.changed = Date.now();
    wake();
  });
  const end = (): void => {
    watcher.close();
    last.changed = 1;
    wake();
  };
  signal?.addEventListener('abort', end, { once: true });
  return {
    async next() {
      while (last.changed === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      while (Date.now() - last.changed < QUIET_MS) {
        await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
      }
      last.changed = 0;
    },
  };
}
