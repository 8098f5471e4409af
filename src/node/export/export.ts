import path from 'node:path';
import { findNearest } from '../../talk/model/nearest.ts';
import { hasErrors } from '../../talk/model/problem.ts';
import type { Talk } from '../../talk/model/talk.ts';
import type { Browser } from '../chromium/browser.ts';
import { ProblemsError, UsageError } from '../errors.ts';
import type { Project } from '../project/project.ts';
import { summarize, type Terminal } from '../terminal.ts';
import { finishPdf } from './finish.ts';
import { printTalk, STAGES } from './print.ts';
import { findRuntime } from './runtime.ts';
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
  /** The browser, which may still be starting while the talks are compiled. */
  opening: Promise<Browser>;
  /** Called once the browser is not needed any more. */
  onPrinted?: () => void;
}

/** Prints talks to PDF files; throws a `ProblemsError` at the end when some of them could not be. */
export async function exportTalks(options: ExportOptions): Promise<void> {
  const { project, output, cwd, onPrinted = () => {} } = options;
  const names = chooseTalks(project, options.names);
  const targets = findTargets(names, output, cwd);
  let hasFailed = false;
  for (const [name, file] of targets) {
    const talk = await compileTalk(name, options);
    const pdf = talk && (await print(talk, options));
    if (name === names.at(-1)) onPrinted();
    if (talk && pdf) deliver(talk, finishPdf(pdf, talk), { ...options, file });
    else hasFailed = true;
  }
  if (hasFailed) throw new ProblemsError();
}

/** Compiles a talk and prints its problems; undefined where one of them is an error. */
async function compileTalk(
  name: string,
  { project, terminal }: ExportOptions,
): Promise<Talk | undefined> {
  const checked = await project.compile(name);
  if (!checked) return undefined;
  const { value, problems } = checked;
  terminal.showProblems(problems, project.readText);
  if (!hasErrors(problems)) return value;
  terminal.complain(`"${name}" was not exported: ${summarize(problems)}.`);
  return undefined;
}

/** Prints a talk; undefined where something on its slides was not drawn. */
async function print(
  talk: Talk,
  { project, terminal, opening }: ExportOptions,
): Promise<Buffer | undefined> {
  const { root } = project;
  const progress = terminal.startProgress(`Exporting ${talk.name}`, STAGES.length);
  try {
    const [browser, runtime] = await Promise.all([opening, findRuntime()]);
    const printed = await printTalk(browser, talk, { root, runtime, onStage: progress.advance });
    if ('pdf' in printed) return printed.pdf;
    progress.end();
    terminal.complain([`"${talk.name}" was not exported.`, ...printed.culprits].join('\n  '));
    return undefined;
  } finally {
    progress.end();
  }
}

function deliver(
  talk: Talk,
  pdf: Buffer,
  { file, cwd, terminal }: ExportOptions & { file: string },
): void {
  writeWhole(file, pdf);
  const size = `${Math.ceil(pdf.length / 1000)} kB`;
  terminal.say(`${path.relative(cwd, file)}  ${talk.slides.length} pages, ${size}`);
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
