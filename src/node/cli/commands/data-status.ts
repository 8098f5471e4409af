import { readStatus } from '../../data/report/status.ts';
import { renderStatus } from '../../data/report/status-table.ts';
import { defineCommand, type Command } from '../command.ts';
import { openProjectFolder } from '../../vite/site.ts';
import { readOwn } from '../config/read-own.ts';
import { noteSafe } from '../config/safe-mode.ts';
import { SAFE } from '../shared-options.ts';
import type { CommandTools } from '../command-tools.ts';

/** Defines `rostrum data status`, which reports the state of each dataset. */
export function makeDataStatusCommand({ terminal, root }: CommandTools): Command {
  return defineCommand('data status', {
    args: { json: { type: 'boolean', description: 'Prints it as JSON.' }, safe: SAFE },
    async run({ json, safe: isSafe = false }) {
      if (isSafe) noteSafe(root, terminal);
      const own = isSafe ? {} : await readOwn(root, terminal);
      const statuses = await readStatus(openProjectFolder(root, { ...own, isSafe }));
      if (json) terminal.say(JSON.stringify(statuses, null, 2));
      else terminal.say(renderStatus(statuses, terminal));
    },
  });
}
