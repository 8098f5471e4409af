import path from 'node:path';
import { DIALECTS, type Dialect } from '../../../talk/model/import/imported-deck.ts';
import { plural } from '../../../talk/text/plural.ts';
import { toSlug } from '../../../talk/text/slug.ts';
import { ProblemsError, UsageError } from '../../errors.ts';
import type { ImportPlan } from '../../import/import.ts';
import { openPrompt } from '../../prompt.ts';
import type { Terminal } from '../../terminal.ts';
import { defineCommand, type Command } from '../command.ts';
import type { CommandTools } from '../command-tools.ts';

/** Defines `rostrum import`, which makes a talk of a deck of another program. */
export function makeImportCommand({ terminal, root }: CommandTools): Command {
  return defineCommand('import', {
    args: {
      deck: {
        type: 'positional',
        required: true,
        example: 'slides.md',
        valueHint: 'DECK',
        description: 'A file, or the folder that holds it; it is never changed.',
      },
      from: {
        type: 'string',
        valueHint: DIALECTS.join('|'),
        description: 'The program it was written for; recognised by default.',
      },
      as: { type: 'string', valueHint: 'TALK', description: 'Name of the talk.' },
      fetch: { type: 'boolean', description: 'Fetches pictures that are on the web.' },
      json: { type: 'boolean', description: 'Prints the report as JSON.' },
      yes: {
        type: 'boolean',
        alias: 'y',
        description: 'Writes the changes of a deck that was imported before, without a question.',
      },
    },
    async run(args) {
      const name = chooseName(args.as ?? nameOf(args.deck, root));
      const from = readDialect(args.from);
      const { planImport } = await import('../../import/import.ts');
      const options = { name, isFetching: args.fetch ?? false, ...(from && { from }) };
      const plan = await planImport(root, args.deck, options);
      const isNew = plan.before === null;
      if (isNew) {
        plan.write();
        await noteProblems(plan, root, terminal);
      }
      if (args.json) terminal.say(JSON.stringify(toReport(plan), null, 2));
      else await report(plan, terminal);
      if (!isNew) await update(plan, terminal, args.yes ?? false);
      if (isNew && !args.json) terminal.note(`"npx rostrum dev" shows it at /${name}/.`);
      if (plan.merged.conflicts.length > 0) throw new ProblemsError();
    },
  });
}

/** Adds what the compiler says about the new talk to the report, at the places of the deck. */
async function noteProblems(
  { name, deck, source, file }: ImportPlan,
  root: string,
  terminal: Terminal,
): Promise<void> {
  const [{ openProject }, { problemNotes }] = await Promise.all([
    import('../open-project.ts'),
    import('../../import/problem-notes.ts'),
  ]);
  const project = await openProject(root, { terminal, isSafe: false });
  const problems = await project.problemsOf(name);
  const text = project.readText(file) ?? '';
  deck.notes.push(...problemNotes(problems, deck, { file, source, text }));
}

async function report(plan: ImportPlan, terminal: Terminal): Promise<void> {
  const { renderImport } = await import('../../import/report-import.ts');
  const { because } = plan.recognised;
  terminal.note(`${plan.source} is read as ${plan.program}: ${because}.`);
  terminal.say(renderImport(plan.deck, terminal));
  terminal.say('');
  terminal.note(`${plan.file} is the talk.`);
}

/** Shows what the deck's changes do to the talk, and writes them when that is wanted. */
async function update(plan: ImportPlan, terminal: Terminal, isYes: boolean): Promise<void> {
  const { merged, before, file } = plan;
  const { listChanges } = await import('../../import/merge-import.ts');
  const lines = listChanges(before ?? '', merged.text);
  for (const conflict of merged.conflicts) {
    terminal.warn('The deck and the talk have both changed here, so the talk is kept:');
    terminal.say(paint(conflict, terminal));
  }
  if (lines.length === 0) {
    if (merged.conflicts.length === 0) plan.write();
    return terminal.note(`${file} stays as it is.`);
  }
  terminal.say(paint(lines, terminal));
  const isWanted =
    isYes || (await confirm(`Write ${plural(merged.taken, 'change')} into ${file}? [y/N] `));
  if (!isWanted) return terminal.note('Nothing was written; --yes writes without a question.');
  plan.write();
  terminal.note(`${file} has ${plural(merged.taken, 'change')} of the deck.`);
}

function paint(lines: readonly string[], { style }: Terminal): string {
  const colours: Record<string, (text: string) => string> = {
    '+': style.green,
    '-': style.red,
    '@': style.cyan,
  };
  return lines.map((line) => colours[line.charAt(0)]?.(line) ?? line).join('\n');
}

async function confirm(question: string): Promise<boolean> {
  const prompt = openPrompt();
  const answer = await prompt?.ask(question);
  prompt?.close();
  return /^y(?:es)?$/i.test(answer?.trim() ?? '');
}

function toReport({ name, source, recognised, deck, file, merged }: ImportPlan): unknown {
  const { notes, slides, files } = deck;
  return {
    talk: name,
    file,
    source,
    ...recognised,
    slides,
    notes,
    files,
    conflicts: merged.conflicts,
  };
}

function readDialect(written: string | undefined): Dialect | undefined {
  if (written === undefined) return undefined;
  const dialect = DIALECTS.find((each) => each === written.toLowerCase());
  if (dialect) return dialect;
  throw new UsageError(
    `"${written}" is no program whose decks can be read.`,
    `Write one of ${DIALECTS.join(', ')}.`,
  );
}

/** Names a talk by its file, or by the folder where the file has a name that all decks have. */
function nameOf(deck: string, root: string): string {
  const file = path.resolve(root, deck);
  const { name } = path.parse(file);
  return GENERAL.test(name) ? path.basename(path.dirname(file)) : name;
}

function chooseName(wanted: string): string {
  const name = toSlug(wanted);
  if (name !== '' && name !== 'assets' && name !== 'data') return name;
  throw new UsageError(
    `A talk cannot be called "${wanted}".`,
    'Name it with --as, such as: --as my-talk',
  );
}

const GENERAL = /^(?:slides?|index|deck|presentation|talk|main|readme)$/i;
