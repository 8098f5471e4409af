import path from 'node:path';
import { listCommitPlaces } from '../../../talk/code/list-places.ts';
import { identify, distinctProblems, type Problem } from '../../../talk/model/problem.ts';
import { CHECK_FORMATS, type CheckFormat } from '../../check/annotations.ts';
import { openBrowser, type Browser } from '../../chromium/chromium.ts';
import { findMisplaced } from '../../project/lost-talks.ts';
import { outlineTalks, type Outlined } from '../../project/outlines.ts';
import type { Project } from '../../project/project.ts';
import type { Terminal } from '../../terminal.ts';
import { UsageError } from '../../errors.ts';
import { readAsOf, readFormat } from '../arguments.ts';
import { defineCommand, type Command } from '../command.ts';
import { reportAll, reportTheme } from './check-report.ts';
import { repeatOnChange } from './check-watch.ts';
import { AS_OF, SAFE } from '../shared-options.ts';
import { openProject } from '../open-project.ts';
import { chooseTalks } from '../named-talks.ts';
import { advisePictures } from '../advise-pictures.ts';
import { noteSandbox } from '../sandbox-note.ts';
import type { CommandTools, ShownDeck } from '../command-tools.ts';
import { withoutForeseen } from '../../check/foreseen.ts';

/** Defines `rostrum check`, which lists everything that is wrong in slides and data. */
export function makeCheckCommand({ terminal, root, cwd = root, deck }: CommandTools): Command {
  return defineCommand('check', {
    args: {
      talk: {
        type: 'positional',
        required: false,
        valueHint: 'TALK...',
        description:
          'Names of talks in slides/talks/; all of them, and all data, where none is given.',
      },
      browser: {
        type: 'boolean',
        default: true,
        description: 'Does not open the slides: only their text and the data are checked.',
      },
      format: {
        type: 'string',
        valueHint: 'FORMAT',
        description: `How problems are written: ${CHECK_FORMATS.join(', ')}; defaults to text.`,
      },
      json: { type: 'boolean', description: 'The same as --format json.' },
      watch: {
        type: 'boolean',
        description:
          'Checks again after each change; Ctrl-C ends it. JSON is then a line each time.',
      },
      pdf: {
        type: 'string',
        valueHint: 'FILE',
        description:
          'Looks at a finished PDF instead: what the venue would do to it, page by page.',
      },
      venue: {
        type: 'string',
        default: 'bbb',
        valueHint: 'VENUE',
        description: 'Whose limits a PDF is held against; defaults to bbb, BigBlueButton.',
      },
      theme: {
        type: 'string',
        valueHint: 'THEME',
        description:
          'Checks the colours of a theme instead: contrasts, code and charts, in light and dark.',
      },
      'as-of': AS_OF,
      safe: SAFE,
    },
    async run(args) {
      if (args.json && args.format !== undefined && args.format !== 'json')
        throw new UsageError('--json and --format are two formats.', 'Leave one of them out.');
      const format = readFormat(args.json ? 'json' : args.format, CHECK_FORMATS, 'text');
      if (args.pdf !== undefined) {
        const { checkPdf } = await import('../../pdf/pdf.ts');
        const problems = await checkPdf(path.resolve(cwd, args.pdf), args.venue);
        return reportAll(problems, { terminal, format, root });
      }
      const asOf = readAsOf(args['as-of']);
      const needsBrowser = args.browser && args.theme === undefined;
      const opening = needsBrowser ? openBrowser({ isSafe: args.safe }) : null;
      opening?.catch(() => {});
      const run = async (): Promise<void> => {
        const project = await openProject(root, { terminal, asOf, isSafe: args.safe });
        if (args.theme !== undefined)
          return reportTheme(args.theme, project, { terminal, format, root });
        const isLine = args.watch;
        await check({ project, terminal, opening, format, root, deck, names: args._, isLine });
      };
      try {
        await (args.watch ? repeatOnChange(root, run, terminal) : run());
      } finally {
        await opening?.then(
          (browser) => browser[Symbol.asyncDispose](),
          () => {},
        );
      }
    },
  });
}

interface CheckTools {
  project: Project;
  terminal: Terminal;
  /** A browser that is being started; null for none. */
  opening: Promise<Browser> | null;
  format: CheckFormat;
  root: string;
  deck?: ShownDeck | undefined;
  names: readonly string[];
  isLine: boolean | undefined;
}

async function check(tools: CheckTools): Promise<void> {
  const { project, opening, terminal } = tools;
  const names = chooseTalks(tools.names, project.talkNames, project.root);
  const outlines = await outlineTalks(project, names);
  const compiled = await compile(names, tools, outlines);
  const shown = outlines.map(({ value }) => value);
  if (tools.format === 'text') await advisePictures(shown, project, terminal);
  const measured = opening ? await measure(names, opening, tools, compiled) : [];
  const differences = tools.deck?.listDifferences() ?? [];
  const isRead = (file: string): boolean => outlines.some(({ reads }) => reads.has(file));
  const misplaced = tools.names.length === 0 ? findMisplaced(project.root, isRead) : [];
  const ofCode = await compareCode(outlines, project);
  report(
    [...withoutForeseen(compiled, measured), ...differences, ...misplaced, ...ofCode, ...measured],
    tools,
  );
}

async function compile(
  names: readonly string[],
  { project, names: asked }: CheckTools,
  outlines: readonly Outlined[],
): Promise<Problem[]> {
  if (asked.length === 0) return project.problems(outlines);
  const found = new Map<string, Problem>();
  for (const name of names) {
    for (const problem of await project.problemsOf(name)) found.set(identify(problem), problem);
  }
  return [...found.values()];
}

/** Compares quoted code with its repositories, where there are any. */
async function compareCode(talks: readonly Outlined[], project: Project): Promise<Problem[]> {
  const shown = talks.flatMap(({ value: { slides, asOf } }) => {
    return slides.flatMap(({ code = [] }) => code.map((use) => ({ ...use, until: asOf })));
  });
  const { code: reader, slidePaths, slideFile } = project.library;
  if (shown.length === 0 && reader.lock().value.code.size === 0) return [];
  const named = slidePaths.flatMap((file) => listCommitPlaces(slideFile(file)));
  const { checkCode } = await import('../../code/check-code.ts');
  return checkCode(reader, { shown, named, readText: project.readText });
}

async function measure(
  names: readonly string[],
  browser: Promise<Browser>,
  { project, terminal }: CheckTools,
  compiled: readonly Problem[],
): Promise<Problem[]> {
  const { checkSlides } = await import('../../check/check.ts');
  let progress: ReturnType<Terminal['startProgress']> | undefined;
  const onProgress = (done: number, total: number): void => {
    progress ??= terminal.startProgress('Checking', total);
    progress.advance(done);
  };
  try {
    const noted = noteSandbox(() => browser, terminal)();
    return await checkSlides({ project, names, browser: noted, onProgress });
  } catch (error) {
    progress?.end();
    // Problems found without a browser are printed even when the browser fails.
    terminal.showProblems(compiled, project.readText);
    throw error;
  } finally {
    progress?.end();
  }
}

/** Prints each problem once, as text or as JSON; throws a `ProblemsError` when one is an error. */
function report(all: readonly Problem[], tools: CheckTools): void {
  const problems = distinctProblems(all);
  const placed =
    tools.format === 'text' ? problems : (tools.deck?.placeProblems(problems) ?? problems);
  reportAll(placed, { ...tools, readText: tools.project.readText });
}
