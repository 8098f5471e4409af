import path from 'node:path';
import { hasErrors } from '../../talk/model/problem.ts';
import { plural } from '../../talk/text/plural.ts';
import type { Talk } from '../../talk/model/talk.ts';
import type { Browser } from '../chromium/chromium.ts';
import { ProblemsError } from '../errors.ts';
import type { Project } from '../project/project.ts';
import { summarize, type Terminal } from '../terminal.ts';
import { choosePlan } from './exporters.ts';
import { reportStaleFiles } from './stale-files.ts';
import type { ExportContext, ExportResult, Exporter } from './exporter.ts';
import { reducePictures } from '../pictures/pictures.ts';
import { takeRange } from './slide-range.ts';
import { buildClient } from '../client/client.ts';
import { chooseTalks, planTargets, withFolders } from './export-target.ts';
import type { ExportOptions } from './export-options.ts';
import { requireOther } from './protected-files.ts';
import { planCopies } from './project-copies.ts';
import { writeAll, type Writing } from './write-export.ts';

const DEVICES = '/dev/';

/** Options of an export of talks. */
export interface ExportJob {
  project: Project;
  terminal: Terminal;
  exportOptions: ExportOptions;
  /** Names of talks; none for the only one there is. */
  names: readonly string[];
  /** A file, or a folder; defaults to the talk's name in the current folder. */
  output: string | undefined;
  cwd: string;
  /** The file that the talk was read from, where it is no talk of a project; it is never overwritten. */
  source?: string | undefined;
  /** Returns the browser, which may still be starting while the talks are compiled. */
  browser: () => Promise<Browser>;
  /** Called once the browser is no longer needed. */
  onBrowserDone?: () => void;
}

/** Writes talks in a format; throws a `ProblemsError` at the end when a talk failed or is incomplete. */
export async function exportTalks(options: ExportJob): Promise<void> {
  const { project, exportOptions, output, cwd, onBrowserDone = () => {} } = options;
  const names = chooseTalks(project, options.names, output);
  const plan = choosePlan(exportOptions);
  const targets = planTargets(names, output, cwd, plan);
  if (options.source !== undefined) requireOther(targets.values(), options.source);
  const maker = plan.load();
  maker.catch(() => {});
  let isWhole = true;
  for (const [name, target] of targets) {
    const isLast = name === names.at(-1);
    const compiled = await compileTalk(name, options);
    const { order } = compiled;
    const work = { ...options, target, order, onBrowserDone: isLast ? onBrowserDone : () => {} };
    const made = compiled.talk && (await make(compiled.talk, await maker, work));
    if (made) deliver(made, { ...work, isFolder: plan.isFolder });
    if (!made || !compiled.isSound || made.culprits.length > 0) isWhole = false;
  }
  if (!isWhole) throw new ProblemsError();
}

interface Compiled {
  /** Undefined where there is nothing to go on with. */
  talk: Talk | undefined;
  /** Ids of all its slides in order. */
  order: readonly string[];
  isSound: boolean;
}

/** Compiles a talk, selects the requested slides, and prints its problems. */
async function compileTalk(
  name: string,
  { project, terminal, exportOptions }: ExportJob,
): Promise<Compiled> {
  const checked = await project.compile(name);
  if (!checked) return { talk: undefined, order: [], isSound: false };
  const { value } = checked;
  const order = value.slides.map(({ id }) => id);
  const problems = await project.problemsOf(name);
  terminal.showProblems(problems, project.readText);
  const isSound = !hasErrors(problems);
  if (!isSound) {
    const verdict = exportOptions.keepGoing
      ? 'has errors, which show on its slides'
      : 'was not exported';
    terminal.complain(`"${name}" ${verdict}: ${summarize(problems)}.`);
    if (!exportOptions.keepGoing) return { talk: undefined, order, isSound };
  }
  const { range } = exportOptions;
  return { talk: range === null ? value : takeRange(value, range), order, isSound };
}

interface Work extends ExportJob {
  /** The file or the folder to be written. */
  target: string;
  order: readonly string[];
  onBrowserDone: () => void;
}

/** Exports the files of a talk; undefined when something on its slides was not drawn. */
async function make(talk: Talk, maker: Exporter, work: Work): Promise<ExportResult | undefined> {
  const { project, order, exportOptions, terminal, browser, onBrowserDone } = work;
  let progress: ReturnType<Terminal['startProgress']> | undefined;
  const onProgress = (done: number, total: number, doing: string): void => {
    const label = `${talk.name}: ${doing}`;
    progress ??= terminal.startProgress(label, total);
    progress.advance(done, { label, total });
  };
  try {
    const output = work.output === undefined ? null : work.target;
    const context = {
      project,
      order,
      exportOptions,
      output,
      browser,
      runtime: () => buildClient(talk, project.root),
      pictures: openPictures(talk, work),
      onProgress,
    };
    const made = await maker(talk, { ...context, onBrowserDone });
    progress?.end();
    for (const warning of made.warnings ?? []) terminal.warn(`"${talk.name}": ${warning}`);
    if (made.culprits.length === 0) return made;
    const verdict = exportOptions.keepGoing
      ? 'is not whole; this was not drawn:'
      : 'was not exported.';
    terminal.complain([`"${talk.name}" ${verdict}`, ...made.culprits].join('\n  '));
    return exportOptions.keepGoing ? made : undefined;
  } finally {
    progress?.end();
  }
}

/** Returns a function that reduces a talk's pictures, once, and reports those that could not be read. */
function openPictures(talk: Talk, { project, terminal }: Work): ExportContext['pictures'] {
  let reducing: ReturnType<ExportContext['pictures']> | undefined;
  const reduce: ExportContext['pictures'] = async (purpose) => {
    const { files, warnings } = await reducePictures([talk], project, purpose);
    for (const warning of warnings) terminal.warn(warning);
    return files;
  };
  return (purpose) => (reducing ??= reduce(purpose));
}

function deliver(
  { files, besides = [], about }: ExportResult,
  { project, target, cwd, terminal, exportOptions, isFolder }: Work & { isFolder: boolean },
): void {
  const folder = isFolder ? target : path.dirname(target);
  const own = files.map(({ name, bytes }): Writing => [
    isFolder ? path.join(target, name) : target,
    bytes,
  ]);
  const copies = target.startsWith(DEVICES) ? [] : planCopies(besides, folder, project.root);
  const folders = [folder, ...[...own, ...copies].map(([file]) => path.dirname(file))];
  withFolders(folders, () => writeAll([...own, ...copies]));
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const beside = copies.length > 0 ? ` and ${plural(copies.length, 'file')} beside it` : '';
  const line = `${nameTarget(target, cwd)}${isFolder ? path.sep : ''}  ${about}${beside}, ${Math.ceil(bytes / 1000)} kB`;
  // What is written to the terminal or into a pipe stands alone there.
  if (target.startsWith(DEVICES)) terminal.note(line);
  else terminal.say(line);
  // Who exports a part has the others there on purpose.
  if (!isFolder || exportOptions.range !== null) return;
  const others = reportStaleFiles(
    target,
    files.map(({ name }) => name.split('/')[0] ?? name),
  );
  if (others !== null) terminal.warn(others);
}

/** Returns a path from the current folder, unless that leads up and around. */
function nameTarget(target: string, cwd: string): string {
  const relative = path.relative(cwd, target);
  return relative.startsWith('..') ? target : relative;
}
