import type { CommandTools } from './command-tools.ts';
import type { Command } from './command.ts';

/** A verb: its description, examples and the loader of its command. */
export interface Verb {
  about: string;
  /** Arguments after the verb, and their effect. */
  examples?: readonly (readonly [words: string, does: string])[];
  load: (tools: CommandTools) => Promise<Command>;
}

/** All commands, in the order in which help lists them. */
export const VERBS: Record<string, Verb> = {
  init: {
    about: 'Writes a project with a first talk.',
    examples: [
      ['my-talks', 'into the new folder my-talks'],
      ['--yes', 'into this folder, without questions'],
      ['--ci github', 'adds workflows that publish the talks'],
    ],
    load: async (tools) => (await import('./commands/init-command.ts')).makeInitCommand(tools),
  },
  new: {
    about: 'Adds a talk.',
    examples: [
      ['my-talk', 'a new talk of three slides'],
      ['my-talk --from other-talk', 'shows the slides of another talk'],
    ],
    load: async (tools) => (await import('./commands/new-command.ts')).makeNewCommand(tools),
  },
  import: {
    about: 'Makes a talk of a deck of another program.',
    examples: [
      ['slides.md', 'of Slidev, Marp, reveal.js, Quarto, Pandoc, remark, or plain Markdown'],
      ['../old-talk --as new-talk', 'the deck in a folder'],
      ['deck.md --fetch', 'with its pictures from the web'],
    ],
    load: async (tools) => (await import('./commands/import-command.ts')).makeImportCommand(tools),
  },
  'new data': {
    about: 'Adds a dataset.',
    examples: [
      ['members', 'one to fill in'],
      ['members --from members.csv', 'one with the rows of a CSV file'],
    ],
    load: async (tools) => (await import('./commands/new-data.ts')).makeNewDataCommand(tools),
  },
  'new theme': {
    about: 'Adds a look of your own.',
    examples: [['my-look', 'a theme with all colours and sizes to set']],
    load: async (tools) => (await import('./commands/new-theme.ts')).makeNewThemeCommand(tools),
  },
  dev: {
    about: 'Shows the talks in the browser; the page follows what you save.',
    examples: [
      ['', 'at http://127.0.0.1:5173/, or the next free port'],
      ['deck.md', 'a deck of Slidev, Marp, reveal.js, ... without a project'],
      ['--port 8000', 'at http://127.0.0.1:8000/'],
      ['--host', 'for others in this network, too, with a QR code for a phone'],
      ['--rehearse', 'records each run through a talk, for "rostrum timing"'],
      ['--host my-talk', 'the same; without the token they see this talk only'],
    ],
    load: async (tools) => (await import('./commands/dev-command.ts')).makeDevCommand(tools),
  },
  check: {
    about: 'Lists everything that is wrong on slides and in data.',
    examples: [
      ['', 'all talks and all data'],
      ['my-talk', 'one talk and its data'],
      ['deck.md', 'a deck of any program, anywhere'],
      ['--pdf my-talk.pdf', 'a finished PDF'],
    ],
    load: async (tools) => (await import('./commands/check-command.ts')).makeCheckCommand(tools),
  },
  explain: {
    about: 'Says what the code of a problem means, and what to do.',
    examples: [['unknown-dataset', 'as it is printed behind a place']],
    load: async (tools) => (await import('./explain-problem.ts')).makeExplainCommand(tools),
  },
  export: {
    about: 'Writes a talk as PDF, handout, pictures, HTML, PowerPoint or text.',
    examples: [
      ['my-talk', 'writes my-talk.pdf'],
      ['deck.md', 'a deck of any program, without a project'],
      ['my-talk -o talk.pptx', 'writes talk.pptx, for PowerPoint'],
      ['my-talk -f handout', 'slides and notes, for paper'],
      ['my-talk -r 1,4-9 --steps', 'some slides, a page for each step'],
    ],
    load: async (tools) => (await import('./commands/export-command.ts')).makeExportCommand(tools),
  },
  build: {
    about: 'Writes all talks as one folder for any web server.',
    examples: [['-o public', 'into the folder public']],
    load: async (tools) => (await import('./commands/build-command.ts')).makeBuildCommand(tools),
  },
  lock: {
    about: 'Keeps the code that slides take from commits in rostrum.lock.',
    examples: [
      ['', 'adds what is missing, removes what no slide shows'],
      ['--update', 'follows tags and branches that moved'],
    ],
    load: async (tools) => (await import('./commands/lock-command.ts')).makeLockCommand(tools),
  },
  'data refresh': {
    about: 'Asks the sources and brings the datasets up to date.',
    examples: [
      ['', 'all datasets'],
      ['--dry-run', 'shows what would change'],
      ['mailing-list', 'one dataset'],
    ],
    load: async (tools) =>
      (await import('./commands/data-refresh.ts')).makeDataRefreshCommand(tools),
  },
  'data import': {
    about: 'Makes a dataset of a CSV file.',
    examples: [
      ['riders.csv --source "City counter"', 'writes data/riders.json and its recipe'],
      ['lines.csv --source "Timetable" --as-of 2026-11', 'a table without dates'],
    ],
    load: async (tools) => (await import('./commands/data-import.ts')).makeDataImportCommand(tools),
  },
  'data status': {
    about: 'Says how old each dataset is and when it is due.',
    load: async (tools) => (await import('./commands/data-status.ts')).makeDataStatusCommand(tools),
  },
  follow: {
    about: 'Writes or checks a relay, by which a room follows a talk on its own devices.',
    examples: [
      ['relay', 'writes its configuration into the folder relay'],
      ['--check https://relay.example.org/live/{talk}', 'checks a running one'],
    ],
    load: async (tools) => (await import('./commands/follow-command.ts')).makeFollowCommand(tools),
  },
  timing: {
    about: 'Compares rehearsals of a talk with its plan, and says what to cut.',
    examples: [
      ['my-talk', 'all rehearsals in rehearsals/'],
      ['my-talk --html timing.html', 'as a page'],
      ['my-talk --write', 'writes the medians as "time" of the slides'],
    ],
    load: async (tools) => (await import('./commands/timing-command.ts')).makeTimingCommand(tools),
  },
  where: {
    about: 'Lists the talks and places that use a slide or a dataset.',
    examples: [['mailing-list', 'slides with its figures']],
    load: async (tools) => (await import('./commands/where-command.ts')).makeWhereCommand(tools),
  },
  diff: {
    about: 'Shows what differs between two talks, or two days of one.',
    examples: [
      ['my-talk other-talk', 'two talks'],
      ['my-talk --dates 2024-09-18,today', 'one on two days'],
    ],
    load: async (tools) => (await import('./commands/diff-command.ts')).makeDiffCommand(tools),
  },
};
