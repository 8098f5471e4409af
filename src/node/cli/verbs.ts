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
  load: (tools: CommandTools) => Promise<Command>;
}

/** All commands, in the order in which help lists them. */
export const VERBS: Record<string, Verb> = {
  dev: {
    about: 'Shows the talks in the browser and follows every saved change.',
    load: async (tools) => (await import('./dev.ts')).makeDevCommand(tools),
  },
  build: {
    about: 'Writes the talks as one folder that any web server or CDN can serve.',
    load: async (tools) => (await import('./build.ts')).makeBuildCommand(tools),
  },
  export: {
    about: 'Writes talks as PDF, handout, pictures, one HTML file, Markdown or PowerPoint.',
    load: async (tools) => (await import('./export.ts')).makeExportCommand(tools),
  },
  check: {
    about: 'Lists everything that is wrong in slides and data.',
    load: async (tools) => (await import('./check.ts')).makeCheckCommand(tools),
  },
  where: {
    about: 'Lists the talks and places that use a slide or a dataset.',
    load: async (tools) => (await import('./where.ts')).makeWhereCommand(tools),
  },
  diff: {
    about: 'Shows what differs between two talks, or in one talk between two days.',
    load: async (tools) => (await import('./diff.ts')).makeDiffCommand(tools),
  },
  'data refresh': {
    about: 'Asks the sources and brings the datasets up to date.',
    load: async (tools) => (await import('./data-refresh.ts')).makeDataRefreshCommand(tools),
  },
  'data status': {
    about: 'Says how old each dataset is, when it is due, and which talks use it.',
    load: async (tools) => (await import('./data-status.ts')).makeDataStatusCommand(tools),
  },
};
