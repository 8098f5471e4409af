import { hasErrors } from '../../talk/model/problem.ts';
import { ProblemsError } from '../errors.ts';
import { summarize } from '../terminal.ts';
import { readAsOf } from './arguments.ts';
import { defineCommand, type Command } from './command.ts';
import { AS_OF } from './options.ts';
import type { CommandTools } from './verbs.ts';
import { findSite, toViteConfig } from './vite.ts';

/** `rostrum check`: lists everything that is wrong in slides and data. */
export function makeCheckCommand({ terminal, root }: CommandTools): Command {
  return defineCommand('check', {
    args: { 'as-of': AS_OF },
    async run(args) {
      const config = toViteConfig(root, { terminal, asOf: readAsOf(args['as-of']) });
      const { resolveConfig } = await import('vite');
      const { project } = findSite(await resolveConfig(config, 'build'));
      const problems = await project.problems();
      terminal.showProblems(problems, project.readText);
      terminal.note(problems.length === 0 ? 'No problems.' : summarize(problems));
      if (hasErrors(problems)) throw new ProblemsError();
    },
  });
}
