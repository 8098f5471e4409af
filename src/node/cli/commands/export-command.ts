import { openBrowser, type Browser } from '../../chromium/chromium.ts';
import { needsBrowser, parseExportOptions } from '../../export/export-options.ts';
import { requireTheme } from '../../project/looks/require-theme.ts';
import { UsageError } from '../../errors.ts';
import { readAsOf } from '../arguments.ts';
import { defineCommand, type Command } from '../command.ts';
import { EXPORT_ARGUMENTS } from '../export-arguments.ts';
import { noteSandbox } from '../sandbox-note.ts';
import type { CommandTools } from '../command-tools.ts';

/** Defines `rostrum export`, which writes talks as files to hand in. */
export function makeExportCommand({ terminal, root, cwd = root, deck }: CommandTools): Command {
  return defineCommand('export', {
    args: EXPORT_ARGUMENTS,
    async run(args) {
      if (args.fetch && !deck)
        throw new UsageError('--fetch is for the file of a deck.', 'Name it: deck.md --fetch');
      const asOf = readAsOf(args['as-of']);
      const exportOptions = parseExportOptions(args);
      const { browser, close } = startBrowser(needsBrowser(exportOptions.format), args.safe);
      try {
        const [{ openProject }, { exportTalks }] = await Promise.all([
          import('../open-project.ts'),
          import('../../export/export.ts'),
        ]);
        const project = await openProject(root, { terminal, asOf, isSafe: args.safe });
        if (args.theme !== undefined)
          project.theme = requireTheme(args.theme, project.library.looks);
        const { _: names, output } = args;
        const onBrowserDone = (): void => void close();
        const work = { project, terminal, exportOptions, names, output, cwd, source: deck?.source };
        await exportTalks({ ...work, browser: noteSandbox(browser, terminal), onBrowserDone });
      } finally {
        await close();
      }
    },
  });
}

/** Starts the browser at once where one is needed, while the rest of the program is still being loaded. */
function startBrowser(isNeeded: boolean, isSafe: boolean | undefined) {
  let opening: Promise<Browser> | undefined;
  const browser = (): Promise<Browser> => (opening ??= openBrowser({ isSafe }));
  if (isNeeded) browser().catch(() => {});
  const close = async (): Promise<void> => {
    await opening?.then(
      (opened) => opened[Symbol.asyncDispose](),
      () => {},
    );
  };
  return { browser, close };
}
