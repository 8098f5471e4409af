import path from 'node:path';
import { hasErrors } from '../../../talk/model/problem.ts';
import { MachineError, ProblemsError } from '../../errors.ts';
import { describeBuildError, isWritingFault } from '../../vite/build/build-error.ts';
import { writeBeside } from '../../vite/build/out-folder.ts';
import { HEADER_FORMATS } from '../../vite/build/headers.ts';
import type { Project } from '../../project/project.ts';
import { readAsOf, readFormat } from '../arguments.ts';
import type { PdfOptions, ReadyPdfs } from '../build-pdf.ts';
import { defineCommand, type Command } from '../command.ts';
import { AS_OF, OFFLINE, SAFE } from '../shared-options.ts';
import { noteSafe } from '../config/safe-mode.ts';
import type { CommandTools } from '../command-tools.ts';
import { openAgain } from '../config/open-again.ts';
import { findSettings, siteOf, requireTalks, toViteConfig } from '../config/vite-config.ts';

/** Defines `rostrum build`, which writes the talks as one folder. */
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
      pdf: {
        type: 'boolean',
        description: 'Puts the PDF of each talk beside its page, for visitors to download.',
      },
      headers: {
        type: 'string',
        valueHint: 'FORMAT...',
        description:
          'Writes headers for caches: netlify (_headers), nginx (nginx.conf), apache (.htaccess).',
      },
      'as-of': AS_OF,
      offline: OFFLINE,
      safe: SAFE,
    },
    async run(args) {
      const started = performance.now();
      const commandOptions = {
        terminal,
        asOf: readAsOf(args['as-of']),
        notes: args.notes ?? false,
        pdf: args.pdf ?? false,
        headers: args.headers.map((name) => readFormat(name, HEADER_FORMATS, 'netlify')),
        offline: args.offline ?? args.safe ?? false,
        isSafe: args.safe,
        outcome: { hasFailed: false, folder: '', talks: 0 },
      };
      requireTalks(root);
      if (args.safe) noteSafe(root, terminal);
      const settings = args.safe ? null : findSettings(root);
      const words = { out: args.out, settings, commandOptions };
      const again = args.safe || args.pdf ? null : await openAgain(root, words);
      const write = again?.isDone ? null : again?.write();
      const isWritten = await write?.catch((error) => refuseWriting(error, args.out ?? 'dist'));
      if (again?.isDone || isWritten) return tell();
      const config = await toViteConfig(root, commandOptions, { file: settings });
      const { createBuilder } = await import('vite');
      const build = args.out === undefined ? {} : { outDir: args.out, emptyOutDir: true };
      const out = writeBeside(root);
      const plugins = [...(config.plugins ?? []), out.plugin];
      const builder = await createBuilder({ ...config, plugins, logLevel: 'silent', build });
      const { project } = siteOf(builder.config);
      const pdfs = commandOptions.pdf ? await makePdfs(project, commandOptions) : null;
      await builder
        .buildApp()
        .then(() => pdfs?.copyInto(commandOptions.outcome.folder))
        .then(() => {
          const keep = again?.record(builder.config, out.draft);
          out.publish();
          keep?.();
        })
        .catch((error: unknown): never => {
          const faults = describeBuildError(error, root);
          for (const fault of faults) terminal.complain(fault);
          if (commandOptions.outcome.hasFailed || faults.length > 0) throw new ProblemsError();
          return refuseWriting(error, out.name);
        })
        .finally(() => {
          out.discard();
          pdfs?.remove();
        });
      commandOptions.outcome.folder = out.folder;
      return tell();

      function tell(): void {
        const { folder, talks } = commandOptions.outcome;
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        const noun = talks === 1 ? 'talk' : 'talks';
        const relative = path.relative(root, folder) || '.';
        const place = relative.startsWith('..') ? folder : relative;
        const papers = args.pdf ? (talks === 1 ? ' with its PDF' : ' with their PDFs') : '';
        terminal.note(`${talks} ${noun}${papers} in ${place}/, ${seconds} s.`);
      }
    },
  });
}

/** Loads what exports talks only where PDFs are wanted. */
async function makePdfs(
  project: Project,
  { terminal, isSafe }: PdfOptions,
): Promise<ReadyPdfs | null> {
  // The build itself reports what is wrong, and ends.
  if (hasErrors(await project.problems())) return null;
  const { exportPdfs } = await import('../build-pdf.ts');
  return exportPdfs(project, { terminal, isSafe });
}

/** Explains a folder that cannot be written; throws every other error as it is. */
function refuseWriting(cause: unknown, folder: string): never {
  if (!isWritingFault(cause)) throw cause;
  const hint = 'Look whether you may write there and the disk has room, or choose another with -o.';
  throw new MachineError(`The build could not be written to "${folder}".`, { hint, cause });
}
