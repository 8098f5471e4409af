import type { Terminal } from '../terminal.ts';
import type { Command } from './command.ts';

/** What a command gets besides its arguments. */
export interface CommandTools {
  terminal: Terminal;
  /** The project's folder. */
  root: string;
}

/** A word after `rostrum`: its one sentence, and how its command is loaded. */
export interface Verb {
  about: string;
  /** What follows the verb, and what that does. */
  examples?: readonly (readonly [words: string, does: string])[];
  load: (tools: CommandTools) => Promise<Command>;
}

/** All commands, in the order in which help lists them. */
export const VERBS: Record<string, Verb> = {
  dev: {
    about: 'Shows the talks in the browser and follows every saved change.',
    examples: [
      ['--port 8000', 'at http://127.0.0.1:8000/'],
      ['--host', 'for others in this network, too'],
    ],
    load: async (tools) => (await import('./dev.ts')).makeDevCommand(tools),
  },
  build: {
    about: 'Writes the talks as one folder that any web server or CDN can serve.',
    examples: [['-o public', 'into the folder public']],
    load: async (tools) => (await import('./build.ts')).makeBuildCommand(tools),
  },
  export: {
    about: 'Writes talks as PDF, handout, pictures, one HTML file, Markdown or PowerPoint.',
    examples: [
      ['my-talk', 'my-talk.pdf'],
      ['my-talk -o talk.pptx', 'for PowerPoint'],
      ['my-talk -f handout', 'slides and notes, on paper'],
      ['my-talk -r 1,4-9 --steps', 'some slides, by steps'],
    ],
    load: async (tools) => (await import('./export.ts')).makeExportCommand(tools),
  },
  check: {
    about: 'Lists everything that is wrong in slides and data.',
    examples: [
      ['my-talk', 'one talk and its data'],
      ['--pdf my-talk.pdf', 'a finished PDF'],
    ],
    load: async (tools) => (await import('./check.ts')).makeCheckCommand(tools),
  },
  where: {
    about: 'Lists the talks and places that use a slide or a dataset.',
    examples: [['mailing-list', 'slides with its figures']],
    load: async (tools) => (await import('./where.ts')).makeWhereCommand(tools),
  },
  diff: {
    about: 'Shows what differs between two talks, or in one talk between two days.',
    examples: [
      ['my-talk other-talk', 'two talks'],
      ['my-talk --dates 2024-09-18,today', 'one on two days'],
    ],
    load: async (tools) => (await import('./diff.ts')).makeDiffCommand(tools),
  },
  'data refresh': {
    about: 'Asks the sources and brings the datasets up to date.',
    examples: [
      ['mailing-list', 'one dataset'],
      ['--dry-run', 'what would change'],
    ],
    load: async (tools) => (await import('./data-refresh.ts')).makeDataRefreshCommand(tools),
  },
  'data status': {
    about: 'Says how old each dataset is, when it is due, and which talks use it.',
    load: async (tools) => (await import('./data-status.ts')).makeDataStatusCommand(tools),
  },
};
