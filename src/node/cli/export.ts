import { openBrowser } from '../chromium/browser.ts';
import { readAsOf } from './arguments.ts';
import { defineCommand, type Command } from './command.ts';
import { AS_OF } from './options.ts';
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
      const asOf = readAsOf(args['as-of']);
      // The browser starts while the rest of the program is still being loaded.
      const opening = openBrowser();
      opening.catch(() => {});
      const close = (): Promise<void> =>
        opening.then(
          (browser) => browser[Symbol.asyncDispose](),
          () => {},
        );
      try {
        const [{ openProject }, { exportTalks }] = await Promise.all([
          import('./project.ts'),
          import('../export/export.ts'),
        ]);
        const project = await openProject(root, { terminal, asOf });
        const { _: names, output } = args;
        const onPrinted = (): void => void close();
        await exportTalks({ project, terminal, names, output, cwd: root, opening, onPrinted });
      } finally {
        await close();
      }
    },
  });
}
