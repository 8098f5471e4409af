import { renderVerbHelp } from '../cli/help.ts';
import { VERBS } from '../cli/verbs.ts';
import { createTerminal } from '../terminal.ts';

/** Returns the page of the command line: the help of each verb. */
export async function commandPage(): Promise<string> {
  const terminal = createTerminal({
    out: { write: () => true },
    err: { write: () => true },
    env: { NO_COLOR: '1' },
  });
  const parts: string[] = [];
  for (const [name, verb] of Object.entries(VERBS)) {
    const { args } = await verb.load({ terminal, root: process.cwd() });
    parts.push(`## ${name}`, '', '```text', renderVerbHelp(name, args, terminal), '```', '');
  }
  return [
    '# Command line',
    '',
    'Each verb explains itself with `--help`. It ends with 0 when all is well, 1 when talks have problems, and 2 when it was called wrongly. It ends with 3 when something on the machine failed, such as a browser.',
    '',
    ...parts,
  ].join('\n');
}
