import path from 'node:path';
import { findNearest } from '../../talk/model/nearest.ts';
import { hasErrors } from '../../talk/model/problem.ts';
import type { Talk } from '../../talk/model/talk.ts';
import { openBrowser, type Browser } from '../chromium/browser.ts';
import { ProblemsError, UsageError } from '../errors.ts';
import type { Project } from '../project/project.ts';
import { summarize, type Terminal } from '../terminal.ts';
import { printTalk, STAGES } from './print.ts';
import { findRuntime, type Runtime } from './runtime.ts';
import { findTargets, writeWhole } from './target.ts';

/** What is exported, where to, and who is told. */
export interface ExportOptions {
  project: Project;
  terminal: Terminal;
  /** Names of talks; none for the only one there is. */
  names: readonly string[];
  /** A file, or a folder; defaults to `NAME.pdf` in the current folder. */
  output: string | undefined;
  cwd: string;
  /** Starts a browser; defaults to the machine's best. */
  open?: () => Promise<Browser>;
}

/** Prints talks to PDF files; throws a `ProblemsError` at the end when some of them could not be. */
export async function exportTalks(options: ExportOptions): Promise<void> {
  const { project, output, cwd, open = openBrowser } = options;
  const names = chooseTalks(project, options.names);
  const targets = findTargets(names, output, cwd);
  // The browser starts while the talks are compiled.
  const opening = open();
  opening.catch(() => {});
  const tools = { ...options, opening, runtime: findRuntime() };
  tools.runtime.catch(() => {});
  try {
    let hasFailed = false;
    for (const [name, file] of targets)
      hasFailed = !(await exportTalk(name, file, tools)) || hasFailed;
    if (hasFailed) throw new ProblemsError();
  } finally {
    await opening.then(
      (browser) => browser[Symbol.asyncDispose](),
      () => {},
    );
  }
}

interface Tools extends ExportOptions {
  opening: Promise<Browser>;
  runtime: Promise<Runtime>;
}

/** Exports one talk; false when its author has to mend something first. */
async function exportTalk(name: string, file: string, tools: Tools): Promise<boolean> {
  const { project, terminal, opening, runtime, cwd } = tools;
  const talk = await compileTalk(name, tools);
  if (!talk) return false;
  const progress = terminal.startProgress(`Exporting ${name}`, STAGES.length);
  const printed = await printTalk(await opening, talk, {
    root: project.root,
    runtime: await runtime,
    onStage: progress.advance,
  }).finally(progress.end);
  if ('culprits' in printed) {
    terminal.complain(`"${name}" was not exported: ${listCulprits(printed.culprits)}`);
    return false;
  }
  writeWhole(file, printed.pdf);
  const size = `${Math.ceil(printed.pdf.length / 1000)} kB`;
  terminal.say(`${path.relative(cwd, file)}  ${talk.slides.length} pages, ${size}`);
  return true;
}

/** Compiles a talk and prints its problems; undefined where one of them is an error. */
async function compileTalk(name: string, { project, terminal }: Tools): Promise<Talk | undefined> {
  const checked = await project.compile(name);
  if (!checked) return undefined;
  const { value, problems } = checked;
  terminal.showProblems(problems, project.readText);
  if (!hasErrors(problems)) return value;
  terminal.complain(`"${name}" was not exported: ${summarize(problems)}.`);
  return undefined;
}

function chooseTalks({ talkNames }: Project, names: readonly string[]): string[] {
  const [only, ...others] = talkNames;
  if (names.length === 0 && only && others.length === 0) return [only];
  const list = `The talks are ${talkNames.join(', ')}.`;
  if (names.length === 0) throw new UsageError('Which talk is to be exported?', list);
  for (const name of names) {
    if (talkNames.includes(name)) continue;
    const nearest = findNearest(name, talkNames);
    const hint = nearest ? `Did you mean "${nearest}"? ${list}` : list;
    throw new UsageError(`No talk is called "${name}".`, hint);
  }
  return [...new Set(names)];
}

function listCulprits(culprits: string[]): string {
  return culprits.length === 1 ? `${culprits[0]}.` : culprits.map((line) => `\n  ${line}`).join('');
}
