import path from 'node:path';
import type { Talk } from '../../../talk/model/talk.ts';
import { plural } from '../../../talk/text/plural.ts';
import { compareRuns, type TalkTiming } from '../../../talk/timing/timing.ts';
import { ProblemsError, UsageError } from '../../errors.ts';
import { requireNoSource } from '../../export/protected-files.ts';
import type { Project } from '../../project/project.ts';
import { openPrompt } from '../../prompt.ts';
import type { Terminal } from '../../terminal.ts';
import { readRuns, REHEARSALS } from '../../timing/read-runs.ts';
import { renderTiming } from '../../timing/timing-report.ts';
import { planTimes } from '../../timing/write-times.ts';
import { defineCommand, type Command } from '../command.ts';
import type { CommandTools } from '../command-tools.ts';
import { chooseTalks } from '../named-talks.ts';
import { openProject } from '../open-project.ts';
import { SAFE } from '../shared-options.ts';

/** Defines `rostrum timing`, which compares rehearsals of a talk with its plan. */
export function makeTimingCommand({ terminal, root }: CommandTools): Command {
  return defineCommand('timing', {
    args: {
      talk: {
        type: 'positional',
        required: true,
        example: 'my-talk',
        valueHint: 'TALK',
        description: 'Name of a talk in slides/talks/.',
      },
      file: {
        type: 'positional',
        required: false,
        valueHint: 'FILE...',
        description: `Files of rehearsals; by default all of the talk in ${REHEARSALS}/.`,
      },
      html: { type: 'string', valueHint: 'FILE', description: 'Writes a page instead.' },
      json: { type: 'boolean', description: 'Prints the times as JSON.' },
      write: {
        type: 'boolean',
        description: 'Writes the medians into the talk as "time" keys; shows the change and asks.',
      },
      yes: { type: 'boolean', alias: 'y', description: 'With --write, does not ask.' },
      safe: SAFE,
    },
    async run(args) {
      const [name = '', ...files] = args._;
      if (args.yes && !args.write) throw new UsageError('--yes is for --write.');
      if ([args.json, args.write, args.html !== undefined].filter(Boolean).length > 1)
        throw new UsageError('--html, --json and --write exclude each other.');
      const project = await openProject(root, { terminal, isSafe: args.safe });
      const talk = await compile(name, project);
      const { runs, problems, texts } = readRuns({ root, talk: talk.name, files });
      terminal.showProblems(problems, (file) => texts.get(file));
      if (runs.length === 0) {
        if (problems.length > 0) throw new ProblemsError();
        throw noRuns(talk.name);
      }
      const timing = compareRuns(talk, runs);
      if (args.html !== undefined) await writePage(args.html, timing, { root, terminal });
      else if (args.json) terminal.say(JSON.stringify(timing, null, 2));
      else terminal.say(renderTiming(timing, terminal));
      if (args.write) await writeTimes(talk, timing, { root, terminal, isAsked: !args.yes });
      if (problems.length > 0) throw new ProblemsError();
    },
  });
}

async function compile(name: string, project: Project): Promise<Talk> {
  const [known = name] = chooseTalks([name], project.talkNames);
  const checked = await project.compile(known);
  if (!checked) throw new UsageError(`No talk is called "${name}".`);
  return checked.value;
}

function noRuns(talk: string): UsageError {
  return new UsageError(
    `There is no rehearsal of "${talk}" in ${REHEARSALS}/.`,
    'Press r in the speaker\u2019s page to record one; "npx rostrum dev --rehearse" records each run.',
  );
}

interface Tools {
  root: string;
  terminal: Terminal;
}

async function writePage(name: string, timing: TalkTiming, { root, terminal }: Tools) {
  const { writeTimingPage } = await import('../../timing/timing-page.ts');
  const file = path.resolve(root, name);
  requireNoSource(root, file);
  await writeTimingPage(file, timing);
  terminal.note(`${name} compares ${plural(timing.runs.length, 'rehearsal')} of ${timing.talk}.`);
}

/** Shows what would change in the talk's file, and writes it when that is wanted. */
async function writeTimes(
  talk: Talk,
  timing: TalkTiming,
  { root, terminal, isAsked }: Tools & { isAsked: boolean },
): Promise<void> {
  const { count, lines, unwritten, write } = planTimes(root, talk, timing);
  for (const { slide, reason } of unwritten)
    terminal.warn(`"${slide.title || slide.id}" gets no time: ${reason}.`);
  if (count === 0) return terminal.note('No time in the talk differs from its median.');
  terminal.say(`\n${lines.map((line) => paintLine(line, terminal)).join('\n')}`);
  if (isAsked && !(await confirm(`Write ${plural(count, 'time')} into ${talk.file}? [y/N] `)))
    return terminal.note('Nothing was written; --yes writes without a question.');
  write();
  terminal.note(`${talk.file} has ${plural(count, 'new time')}.`);
}

function paintLine(line: string, { style }: Terminal): string {
  if (line.startsWith('+')) return style.green(line);
  if (line.startsWith('-')) return style.red(line);
  return line.startsWith('@') ? style.cyan(line) : line;
}

async function confirm(question: string): Promise<boolean> {
  const prompt = openPrompt();
  const answer = await prompt?.ask(question);
  prompt?.close();
  return /^y(?:es)?$/i.test(answer?.trim() ?? '');
}
