import path from 'node:path';
import { MachineError, ProblemsError } from '../errors.ts';
import { describeBuildError, isWritingFault } from '../vite/build-error.ts';
import { requireOutFolder } from '../vite/out-folder.ts';
import { readAsOf } from './arguments.ts';
import { defineCommand, type Command } from './command.ts';
import { AS_OF, OFFLINE } from './options.ts';
import type { CommandTools } from './verbs.ts';
import { findSettings, findSite, requireTalks, toViteConfig } from './vite.ts';

/** `rostrum build`: writes the talks as one folder. */
export function makeBuildCommand({ terminal, root }: CommandTools): Command {
  return defineCommand('build', {
    args: {
      out: {
        type: 'string',
        alias: 'o',
        valueHint: 'FOLDER',
        description: 'Where to write; defaults to dist.',
      },
      notes: {
        type: 'boolean',
        description: 'Puts the speaker notes in, where every visitor can read them.',
      },
      'as-of': AS_OF,
      offline: OFFLINE,
    },
    async run(args) {
      const started = performance.now();
      const wishes = {
        terminal,
        asOf: readAsOf(args['as-of']),
        notes: args.notes ?? false,
        offline: args.offline ?? false,
        outcome: { hasFailed: false, folder: '', talks: 0 },
      };
      requireTalks(root);
      const config = toViteConfig(root, wishes, findSettings(root));
      const { createBuilder } = await import('vite');
      const build = args.out === undefined ? {} : { outDir: args.out, emptyOutDir: true };
      const builder = await createBuilder({ ...config, logLevel: 'silent', build });
      findSite(builder.config);
      const { outDir, emptyOutDir } = builder.config.build;
      // A project's own configuration may have it written among other files.
      if (emptyOutDir !== false) requireOutFolder(root, path.resolve(builder.config.root, outDir));
      await builder.buildApp().catch((error: unknown) => {
        const faults = describeBuildError(error, root);
        for (const fault of faults) terminal.complain(fault);
        if (wishes.outcome.hasFailed || faults.length > 0) throw new ProblemsError();
        throw isWritingFault(error) ? refuseWriting(error, outDir) : error;
      });
      const { folder, talks } = wishes.outcome;
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const noun = talks === 1 ? 'talk' : 'talks';
      const relative = path.relative(root, folder) || '.';
      const place = relative.startsWith('..') ? folder : relative;
      terminal.note(`${talks} ${noun} in ${place}/, ${seconds} s.`);
    },
  });
}

function refuseWriting(cause: unknown, folder: string): MachineError {
  const hint = 'Look whether you may write there and the disk has room, or choose another with -o.';
  return new MachineError(`The build could not be written to "${folder}".`, { hint, cause });
}
