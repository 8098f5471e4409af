import path from 'node:path';
import { completeAnswers, defaultAnswers } from '../../create/answers.ts';
import { findManifestGaps, type ManifestGaps } from '../../create/manifest-gaps.ts';
import { createProject, type Created } from '../../create/create.ts';
import { findManager, installPackages } from '../../create/install-packages.ts';
import { locateEngine, readEngineVersion } from '../../engine.ts';
import { MachineError, UsageError } from '../../errors.ts';
import { today } from '../../project/today.ts';
import { openPrompt } from '../../prompt.ts';
import type { Terminal } from '../../terminal.ts';
import { defineCommand, type Command } from '../command.ts';
import type { CommandTools } from '../command-tools.ts';

const ARGS = {
  folder: {
    type: 'positional',
    required: false,
    valueHint: 'FOLDER',
    description: 'Where to write the project; defaults to this folder.',
  },
  title: { type: 'string', valueHint: 'TEXT', description: 'Title of the first talk.' },
  speaker: { type: 'string', valueHint: 'TEXT', description: 'Who gives it.' },
  event: { type: 'string', valueHint: 'TEXT', description: 'Where it is given.' },
  date: { type: 'string', valueHint: 'DATE', description: 'When, YYYY-MM-DD; defaults to today.' },
  ci: {
    type: 'string',
    valueHint: 'github',
    description: 'Adds workflows that check, publish and refresh the talks.',
  },
  yes: { type: 'boolean', alias: 'y', description: 'Asks nothing and takes the defaults.' },
  install: {
    type: 'boolean',
    default: true,
    description: 'Does not install the packages.',
  },
} as const;

/** The template's folder, and the words for the current folder; `create-rostrum` has its own. */
export interface InitTools extends CommandTools {
  template?: string;
  version?: string;
  defaultFolder?: string;
}

/** Defines `rostrum init`, which writes a project with a first talk. */
export function makeInitCommand(tools: InitTools): Command {
  const { terminal, root, defaultFolder = '.' } = tools;
  return defineCommand('init', {
    args: ARGS,
    async run(args) {
      if (args.ci !== undefined && args.ci !== 'github') throw unknownHost(args.ci);
      const folder = path.resolve(root, args.folder ?? defaultFolder);
      const prompt = args.yes ? null : openPrompt();
      const template = tools.template ?? path.join(locateEngine(), 'template');
      const created = await createProject(folder, {
        template,
        version: tools.version ?? readEngineVersion(),
        hasWorkflows: args.ci === 'github',
        answer: () => completeAnswers(args, defaultAnswers(today()), prompt),
      }).finally(() => prompt?.close());
      const shown = path.relative(root, folder) || '.';
      listFiles(created, shown, terminal);
      if (args.install && created.written.includes('package.json'))
        await install(folder, shown, terminal);
      const gaps = findManifestGaps(folder, template);
      showNext(created, { shown, isInstalled: args.install, gaps, terminal });
    },
  });
}

function listFiles({ written, kept }: Created, shown: string, { note, style }: Terminal): void {
  const place = shown === '.' ? '' : `${shown}/`;
  for (const file of written) note(`  ${style.green('+')} ${place}${file}`);
  for (const file of kept)
    note(`    ${place}${file} ${style.dim('is there already and stays as it is')}`);
}

async function install(folder: string, shown: string, terminal: Terminal): Promise<void> {
  const manager = findManager(process.env['npm_config_user_agent']);
  terminal.note(`\nInstalling the packages with ${manager}; this happens once.`);
  const failure = await installPackages(folder, manager);
  if (failure === null) return;
  const place = shown === '.' ? '' : ` in ${shown}`;
  throw new MachineError(
    `The project is written, but its packages are not installed: ${failure}.`,
    {
      hint: `Try again${place}: ${manager} install.`,
    },
  );
}

interface NextOptions {
  shown: string;
  isInstalled: boolean;
  gaps: ManifestGaps;
  terminal: Terminal;
}

/** Prints the next commands. */
function showNext(
  { written, place }: Created,
  { shown, isInstalled, gaps, terminal }: NextOptions,
): void {
  const { note, style } = terminal;
  const isOurs = written.includes('package.json');
  const lines = [
    ...(shown === '.' ? [] : [`cd ${shown}`]),
    ...(gaps.needsRostrum ? ['npm install rostrum'] : []),
    ...(isOurs && !isInstalled ? ['npm install'] : []),
    gaps.scripts['start'] === undefined ? 'npm start' : 'npx rostrum dev --open',
  ];
  if (written.length === 0) return note('\nNothing was missing.');
  const about = place.hasTalks
    ? 'The project is set up.'
    : 'A first talk of eight slides is ready.';
  note(`\n${about} Now type:\n\n${lines.map((line) => `  ${style.bold(line)}`).join('\n')}\n`);
  if (Object.keys(gaps.scripts).length > 0) note(printScripts(gaps));
}

/** Writes the scripts that the README of a new project names and a `package.json` of before lacks. */
function printScripts({ scripts }: ManifestGaps): string {
  const lines = Object.entries(scripts).map(([name, run]) => `    "${name}": "${run}"`);
  return `For the commands of the README, add to "scripts" in package.json:\n\n${lines.join(',\n')}\n`;
}

function unknownHost(name: string): UsageError {
  return new UsageError(
    `rostrum init has no workflows for "${name}".`,
    'It has them for github. Elsewhere "npx rostrum build" writes the folder dist/ for any web server.',
  );
}
