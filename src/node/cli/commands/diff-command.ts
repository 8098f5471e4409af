import path from 'node:path';
import { diffTalks } from '../../../talk/diff/diff.ts';
import { hasErrors } from '../../../talk/model/problem.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import { renderDiff } from '../../diff/diff.ts';
import { UsageError } from '../../errors.ts';
import { requireNoSource } from '../../export/protected-files.ts';
import { unknownTalk } from '../../project/lost-talks.ts';
import type { Project } from '../../project/project.ts';
import { summarize, type Terminal } from '../../terminal.ts';
import { readAsOf } from '../arguments.ts';
import { defineCommand, type Command } from '../command.ts';
import { openProject } from '../open-project.ts';
import { SAFE } from '../shared-options.ts';
import type { CommandTools } from '../command-tools.ts';

const EXAMPLE =
  'Write "npx rostrum diff TALK OTHER" or "npx rostrum diff TALK --dates 2024-09-18,today".';

/** Defines `rostrum diff`, which shows what differs between two talks, or in one between two days. */
export function makeDiffCommand({ terminal, root }: CommandTools): Command {
  return defineCommand('diff', {
    args: {
      talk: {
        type: 'positional',
        required: false,
        valueHint: 'TALK...',
        description: 'Names of two talks in slides/talks/, or of one with --dates.',
      },
      dates: {
        type: 'string',
        valueHint: 'DATE,DATE',
        description:
          'Computes the data for these two days, YYYY-MM-DD or "today"; defaults to each talk\'s own.',
      },
      html: {
        type: 'string',
        valueHint: 'FILE',
        description: 'Writes a page with the slides side by side instead.',
      },
      json: { type: 'boolean', description: 'Prints the difference as JSON.' },
      safe: SAFE,
    },
    async run(args) {
      const { safe: isSafe = false } = args;
      const days = readDays(args.dates);
      const project = await openProject(root, { terminal, isSafe });
      const [before, after] = await compileBoth(args._, days, project);
      for (const talk of new Set([before, after])) warn(talk, terminal);
      const diff = diffTalks(before, after);
      if (args.html !== undefined) {
        const { writeDiffPage } = await import('../../diff/diff-page.ts');
        const file = path.resolve(root, args.html);
        requireNoSource(root, file);
        await writeDiffPage(file, { diff, talks: [before, after], root, isSafe });
        return terminal.note(`${args.html} compares ${before.name} and ${after.name}.`);
      }
      if (args.json) return terminal.say(JSON.stringify(diff, null, 2));
      terminal.say(renderDiff(diff, terminal));
    },
  });
}

/** Reports problems of a talk; a slide shows them in place, and they are compared as such. */
function warn({ name, asOf, slides }: Talk, terminal: Terminal): void {
  const problems = slides.flatMap((slide) => slide.problems);
  if (!hasErrors(problems)) return;
  const advice = `"npx rostrum check --as-of ${asOf}" shows them.`;
  terminal.note(`"${name}" has problems: ${summarize(problems)}. ${advice}`);
}

/** Two days, one for each talk; undefined for a talk's own. */
type Days = readonly [string | undefined, string | undefined];

function readDays(text: string | undefined): Days {
  if (text === undefined) return [undefined, undefined];
  const days = text.split(',').map((day) => day.trim());
  if (days.length !== 2) throw new UsageError('--dates takes two days.', EXAMPLE);
  const [first, second] = days.map((day) => (day === 'today' ? 'today' : readAsOf(day)));
  return [first, second];
}

async function compileBoth(
  names: readonly string[],
  days: Days,
  project: Project,
): Promise<[Talk, Talk]> {
  const [first, second = first, ...rest] = names;
  const isDated = days[0] !== undefined;
  if (first === undefined || rest.length > 0 || (names.length === 1 && !isDated)) {
    throw new UsageError(`Two talks are needed, or one and two days.`, EXAMPLE);
  }
  return [
    await compileTalk(first, days[0], project),
    await compileTalk(second ?? first, days[1], project),
  ];
}

async function compileTalk(name: string, day: string | undefined, project: Project): Promise<Talk> {
  const zone = day === 'today' ? (await project.compile(name))?.value.meta.timezone : null;
  const checked = await project.compile(name, day === 'today' ? project.today(zone) : day);
  if (checked) return checked.value;
  const { talkNames } = project;
  if (/^\d{4}(?:-|$)|^today$/.test(name)) {
    throw new UsageError(`"${name}" is a day, and no talk is called so.`, EXAMPLE);
  }
  throw unknownTalk(name, talkNames);
}
