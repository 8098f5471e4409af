import { findNearest } from '../../talk/text/nearest.ts';
import { readEngineVersion } from '../engine.ts';
import { UsageError } from '../errors.ts';
import { requirePlainPath, requireProjectRoot } from '../root.ts';
import { createTerminal, type Terminal } from '../terminal.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { explainKnown, explainUnknown } from './explain.ts';
import { renderFamilyHelp, renderHelp, renderVerbHelp } from './help.ts';
import { optimizeLate } from './config/optimizer.ts';
import { VERBS } from './verbs.ts';
import { readDeckWords } from './deck-words.ts';
import { type CommandTools } from './command-tools.ts';

/** Options that may replace a verb. */
const OPTIONS = ['--help', '--version'];

/** Runs a command line and sets the exit code of the process. */
export async function runRostrum(words: readonly string[]): Promise<void> {
  optimizeLate();
  process.exitCode = await runCommand(words, { terminal: createTerminal(), root: process.cwd() });
}

/** Runs a command line in a folder; returns its exit code. */
export function runCommand(words: readonly string[], tools: CommandTools): Promise<ExitCode> {
  return runVerb(words, tools).catch((error: unknown) => explain(error, tools));
}

async function runVerb(
  words: readonly string[],
  { terminal, root }: CommandTools,
): Promise<ExitCode> {
  const { name, rest } = splitVerb(takeOwnName(words));
  if (name === '--version' || name === '-v') return say(terminal, readEngineVersion());
  if (name === 'help' && rest.length > 0) return runVerb([...rest, '--help'], { terminal, root });
  if (name === '--help' || name === '-h' || name === 'help') {
    return say(terminal, renderHelp(readEngineVersion(), terminal));
  }
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  const asksForHelp = words.includes('--help') || words.includes('-h');
  const family = asksForHelp && !verb ? renderFamilyHelp(name, terminal) : '';
  if (family !== '') return say(terminal, family);
  if (!verb) throw unknownVerb(name, rest);
  if (asksForHelp) {
    const { args } = await verb.load({ terminal, root });
    return say(terminal, renderVerbHelp(name, args, terminal));
  }
  requirePlainPath(root);
  if (!ANYWHERE.has(name) && !rest.some((word) => /\.\w+$/.test(word))) requireProjectRoot(root);
  const shown = await readDeckWords(name, rest, { terminal, root });
  const command = await verb.load(shown?.tools ?? { terminal, root });
  await command.run(shown?.words ?? rest);
  return EXIT.fine;
}

/** Leaves out "npx" and "rostrum" where they were typed twice. */
function takeOwnName(words: readonly string[]): readonly string[] {
  const own = words.findIndex((word) => word !== 'npx' && word !== 'rostrum');
  return own > 0 ? words.slice(own) : words;
}

/** Returns the verb that a word of another program means, also with an option's dashes or with more behind it. */
function meantVerb(name: string): string | undefined {
  const plain = name.replace(/^-+/, '');
  const [first = ''] = plain.split(/[-:]/);
  const known = [plain, first].find((word) => Object.hasOwn(VERB_WORDS, word));
  if (known !== undefined) return VERB_WORDS[known];
  return [plain, first].find((word) => Object.hasOwn(VERBS, word) && word !== name);
}

/** Splits a verb of one or two words, such as `data refresh`, from its arguments. */
function splitVerb(words: readonly string[]): { name: string; rest: readonly string[] } {
  const [first = '--help', second = ''] = words;
  const isPair = Object.hasOwn(VERBS, `${first} ${second}`);
  return isPair
    ? { name: `${first} ${second}`, rest: words.slice(2) }
    : { name: first, rest: words.slice(1) };
}

function joinWords(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(' and ');
}

function say(terminal: Terminal, text: string): ExitCode {
  terminal.say(text);
  return EXIT.fine;
}

function unknownVerb(name: string, [second]: readonly string[]): UsageError {
  const names = Object.keys(VERBS);
  const pairs = names.filter((verb) => verb.startsWith(`${name} `));
  if (pairs.length > 0 && (second === undefined || second.startsWith('-'))) {
    return new UsageError(
      `rostrum ${name} needs a second word.`,
      `There is ${joinWords(pairs.map((pair) => `"npx rostrum ${pair}"`))}.`,
    );
  }
  const meant = meantVerb(name);
  if (meant !== undefined) {
    return new UsageError(`rostrum has no verb "${name}".`, `Did you mean "npx rostrum ${meant}"?`);
  }
  const advice = Object.hasOwn(VERB_ADVICE, name) ? VERB_ADVICE[name] : undefined;
  if (advice !== undefined) return new UsageError(`rostrum has no verb "${name}".`, advice);
  const isOption = name.startsWith('-');
  const family = VERB_WORDS[second ?? ''];
  if (pairs.length > 0 && family !== undefined && pairs.includes(family)) {
    return new UsageError(
      `rostrum has no verb "${name} ${second}".`,
      `Did you mean "npx rostrum ${family}"?`,
    );
  }
  const asked = pairs.length > 0 ? `${name} ${second}` : name;
  const known = isOption ? OPTIONS : pairs.length > 0 ? pairs : names;
  const nearest =
    findNearest(asked, known) ?? VERB_WORDS[findNearest(asked, Object.keys(VERB_WORDS)) ?? ''];
  return new UsageError(
    `rostrum has no ${isOption ? 'option' : 'verb'} "${asked}".`,
    nearest ? `Did you mean "npx rostrum ${nearest}"?` : `It has ${known.join(', ')}.`,
  );
}

/** Verbs that need no project around them. */
const ANYWHERE: ReadonlySet<string> = new Set(['init', 'import', 'explain', 'follow']);

/** Words of other programs, and what does the same here. */
const VERB_WORDS: Readonly<Record<string, string>> = {
  serve: 'dev',
  server: 'dev',
  start: 'dev',
  preview: 'dev',
  present: 'dev',
  watch: 'dev',
  show: 'dev',
  run: 'dev',
  open: 'dev',
  create: 'init',
  setup: 'init',
  add: 'new',
  convert: 'import',
  migrate: 'import',
  pdf: 'export',
  print: 'export',
  render: 'export',
  pptx: 'export',
  html: 'export',
  lint: 'check',
  test: 'check',
  validate: 'check',
  verify: 'check',
  doctor: 'check',
  dist: 'build',
  publish: 'build',
  deploy: 'build',
  refresh: 'data refresh',
  fetch: 'data refresh',
  update: 'data refresh',
  status: 'data status',
  stats: 'data status',
  find: 'where',
  uses: 'where',
  compare: 'diff',
  rehearse: 'dev --rehearse',
  theme: 'new theme',
  version: '--version',
  V: '--version',
  list: 'dev',
  ls: 'dev',
  talks: 'dev',
};

const FILES = 'A talk is a file, slides/talks/NAME.md: delete, copy or rename that.';
/** Words for which there is no verb, and what to do. */
const VERB_ADVICE: Readonly<Record<string, string>> = {
  rm: FILES,
  remove: FILES,
  delete: FILES,
  rename: FILES,
  mv: FILES,
  cp: FILES,
  copy: FILES,
  install: 'Packages are installed by "npm install".',
  upgrade: 'A newer Rostrum is installed by "npm install rostrum@latest".',
};

async function explain(error: unknown, { terminal, root }: CommandTools): Promise<ExitCode> {
  const known = explainKnown(error, terminal);
  if (known !== null) return known;
  // Imported late, because it loads the project and Vite.
  const { describeConfigFault } = await import('./config/config-fault.ts');
  const fault = describeConfigFault(error, root);
  if (fault === null) return explainUnknown(error, terminal);
  terminal.complain(fault.message, fault.hint);
  return EXIT.usage;
}
