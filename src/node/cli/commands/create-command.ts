import { createTerminal } from '../../terminal.ts';
import { explainKnown, explainUnknown } from '../explain.ts';
import { makeInitCommand } from './init-command.ts';

const HELP = `Writes a project with a first talk, and installs Rostrum there.

Usage  npm create rostrum@latest [FOLDER] -- [options]

  --title TEXT    title of the first talk
  --speaker TEXT  who gives it
  --event TEXT    where it is given
  --date DATE     when, YYYY-MM-DD; defaults to today
  --ci github     adds workflows that check, publish and refresh the talks
  -y, --yes       asks nothing and takes the defaults
  --no-install    does not install the packages`;

/** Runs `npm create rostrum`, and sets the exit code of the process. */
export async function runCreate(
  words: readonly string[],
  { template, version }: { template: string; version: string },
): Promise<void> {
  const terminal = createTerminal();
  if (words.includes('--help') || words.includes('-h')) return terminal.say(HELP);
  const root = process.cwd();
  const command = makeInitCommand({ terminal, root, template, version, defaultFolder: 'my-talks' });
  await command.run(words).catch((error: unknown) => {
    process.exitCode = explainKnown(error, terminal) ?? explainUnknown(error, terminal);
  });
}
