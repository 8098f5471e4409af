import path from 'node:path';
import { LOCK_FILE, writeLock } from '../../../talk/code/code-lock.ts';
import { listCommitPlaces } from '../../../talk/code/list-places.ts';
import { hasErrors, sortProblems } from '../../../talk/model/problem.ts';
import { plural } from '../../../talk/text/plural.ts';
import { updateLock, type LockChange } from '../../code/lock-code.ts';
import { ProblemsError } from '../../errors.ts';
import { writeWhole } from '../../write-whole.ts';
import { defineCommand, type Command } from '../command.ts';
import type { CommandTools } from '../command-tools.ts';
import { openProject } from '../open-project.ts';

/** Defines `rostrum lock`, which keeps the code that slides take from commits in the project. */
export function makeLockCommand({ terminal, root }: CommandTools): Command {
  return defineCommand('lock', {
    args: {
      update: {
        type: 'boolean',
        description: 'Reads everything again: tags and branches may be at other commits now.',
      },
    },
    async run(args) {
      const project = await openProject(root, { terminal });
      await project.datasets();
      const { code: reader, slidePaths, slideFile } = project.library;
      const uses = slidePaths.flatMap((file) => listCommitPlaces(slideFile(file)));
      const before = project.readText(LOCK_FILE);
      if (uses.length === 0 && before === undefined) {
        terminal.note('No slide takes code from a commit.');
        return;
      }
      const change = updateLock(reader, uses, { isUpdate: args.update ?? false });
      const text = writeLock(change.lock);
      if (text !== before) writeWhole(path.join(root, LOCK_FILE), text, { isPrecious: true });
      terminal.showProblems(sortProblems(change.problems), project.readText);
      terminal.note(describe(change, text !== before));
      if (hasErrors(change.problems)) throw new ProblemsError();
    },
  });
}

function describe({ lock, added, changed, removed }: LockChange, isWritten: boolean): string {
  const words = [
    [added.length, 'added'],
    [changed.length, 'changed'],
    [removed.length, 'removed'],
  ] as const;
  const news = words.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  const places = plural(lock.code.size, 'place');
  const what = news.length > 0 ? news.join(', ') : isWritten ? 'written again' : 'nothing to do';
  return `${LOCK_FILE} keeps ${places}: ${what}.`;
}
