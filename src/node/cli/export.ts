import { exportTalks } from '../export/export.ts';
import { readAsOf } from './arguments.ts';
import { defineCommand, type Command } from './command.ts';
import { AS_OF } from './options.ts';
import { openProject } from './project.ts';
import type { CommandTools } from './verbs.ts';

/** `rostrum export`: prints talks to PDF files. */
export function makeExportCommand({ terminal, root }: CommandTools): Command {
  return defineCommand('export', {
    args: {
      talk: {
        type: 'positional',
        required: false,
        valueHint: 'TALK...',
        description: 'Names of talks in slides/talks/; may be left out where there is only one.',
      },
      output: {
        type: 'string',
        alias: 'o',
        valueHint: 'FILE',
        description: 'A file, or a folder; defaults to TALK.pdf in this folder.',
      },
      'as-of': AS_OF,
    },
    async run(args) {
      const project = await openProject(root, { terminal, asOf: readAsOf(args['as-of']) });
      await exportTalks({ project, terminal, names: args._, output: args.output, cwd: root });
    },
  });
}
