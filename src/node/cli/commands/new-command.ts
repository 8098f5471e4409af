import path from 'node:path';
import { isIsoDate } from '../../../talk/data/date.ts';
import { parseSlideFile } from '../../../talk/markdown/markdown.ts';
import { toSlug } from '../../../talk/text/slug.ts';
import { addNew } from '../../create/add-files.ts';
import { draftTalk, followTalk, type TalkHead } from '../../create/new-talk.ts';
import { toTitle } from '../../create/talk-title.ts';
import { UsageError } from '../../errors.ts';
import { listProject, readProjectFile } from '../../project/read-folder.ts';
import { defineCommand, type Command } from '../command.ts';
import { chooseTalks } from '../named-talks.ts';
import type { CommandTools } from '../command-tools.ts';

/** Names of folders in a build, which no talk may have. */
const RESERVED = ['assets', 'data'];

/** Defines `rostrum new`, which adds a talk. */
export function makeNewCommand({ terminal, root }: CommandTools): Command {
  return defineCommand('new', {
    args: {
      talk: {
        type: 'positional',
        required: true,
        example: 'my-talk',
        valueHint: 'TALK',
        description: 'Name of the talk, or its title in quotes.',
      },
      from: {
        type: 'string',
        valueHint: 'OTHER',
        description: 'Shows the slides of another talk, which are not copied.',
      },
      title: { type: 'string', valueHint: 'TEXT', description: 'Title; defaults to the name.' },
      speaker: { type: 'string', valueHint: 'TEXT', description: 'Who gives it.' },
      event: { type: 'string', valueHint: 'TEXT', description: 'Where it is given.' },
      date: {
        type: 'string',
        valueHint: 'DATE',
        description: 'When, YYYY-MM-DD; without it the talk shows the newest data.',
      },
    },
    async run(args) {
      const { talks } = listProject(root);
      const name = chooseName(args.talk, talks);
      const { title = toTitle(nameOf(args.talk)), speaker = '', event = '', date = '' } = args;
      if (date !== '' && !isIsoDate(date)) {
        throw new UsageError(
          `"${date}" is not a date.`,
          'Write a day as YYYY-MM-DD, like 2026-09-18.',
        );
      }
      const head: TalkHead = { title, speaker, event, date };
      const text = args.from === undefined ? draftTalk(head) : follow(root, args.from, head);
      const file = `slides/talks/${name}.md`;
      addNew(root, new Map([[file, text]]));
      terminal.note(`${file} is a new talk. "npx rostrum dev" shows it at /${name}/.`);
    },
  });
}

/** Returns the name or the title that was meant: that of the file where a path was given. */
function nameOf(wanted: string): string {
  const isPath = /[\\/]/.test(wanted) && !/\s/.test(wanted);
  return (isPath ? path.basename(wanted.replaceAll('\\', '/')) : wanted).replace(
    /\.(?:md|markdown)$/i,
    '',
  );
}

function chooseName(wanted: string, talks: ReadonlyMap<string, string>): string {
  const name = toSlug(nameOf(wanted));
  if (name === '')
    throw new UsageError(
      `"${wanted}" has no letter for a name.`,
      'Name the talk, such as: npx rostrum new my-talk.',
    );
  if (RESERVED.includes(name))
    throw new UsageError(`A talk cannot be called "${name}": a build has a folder of that name.`);
  const taken = [...talks.keys()].find((one) => one.toLowerCase() === name);
  if (taken === undefined) return name;
  throw new UsageError(
    `There is a talk "${taken}" already.`,
    `Choose another name, such as ${name}-2.`,
  );
}

function follow(root: string, wanted: string, head: TalkHead): string {
  const { talks } = listProject(root);
  const [other = ''] = chooseTalks([wanted], [...talks.keys()]);
  const place = talks.get(other) ?? '';
  const file = readProjectFile(root, place);
  const source = { path: place, text: file?.text ?? '' };
  return followTalk(parseSlideFile(source, { kind: 'talk', blockNames: [] }), other, head);
}
