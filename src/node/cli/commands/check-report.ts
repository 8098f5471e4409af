import { hasErrors, type Problem } from '../../../talk/model/problem.ts';
import {
  findFolder,
  renderGithub,
  renderLines,
  renderSarif,
  toReport,
  type CheckFormat,
} from '../../check/annotations.ts';
import type { Project } from '../../project/project.ts';
import { findConfigFile } from '../config/vite-config.ts';
import { problemPageUrl, readEngineVersion } from '../../engine.ts';
import { ProblemsError } from '../../errors.ts';
import { summarize, type Terminal } from '../../terminal.ts';

/** How problems are written, and where. */
export interface ReportTools {
  terminal: Terminal;
  format: CheckFormat;
  root: string;
  /** Whether JSON is one line; defaults to no. */
  isLine?: boolean | undefined;
  /** Returns the text around a problem; defaults to none. */
  readText?: (file: string) => string | undefined;
}

/** Prints problems, as text or for a program; throws a `ProblemsError` when one is an error. */
export function reportAll(
  problems: readonly Problem[],
  { terminal, format, root, isLine = false, readText = () => undefined }: ReportTools,
): void {
  if (format === 'text') {
    terminal.showProblems(problems, readText);
    terminal.note(problems.length === 0 ? 'No problems.' : summarize(problems));
  } else {
    const text = renderFor(format, problems, { root, isLine });
    if (text !== '') terminal.say(text);
  }
  if (hasErrors(problems)) throw new ProblemsError();
}

/** Prints what is wrong with the colours of a theme, and the options that it comes from. */
export async function reportTheme(
  name: string,
  { root, ofConfig, library, readText }: Project,
  tools: ReportTools,
): Promise<void> {
  const { checkTheme } = await import('../../check/check-theme.ts');
  const { looks } = library;
  const checked = await checkTheme(name, { root, configFile: findConfigFile(root), looks });
  if (tools.format === 'text') tools.terminal.note(checked.about);
  reportAll([...ofConfig, ...checked.problems], { ...tools, readText });
}

function renderFor(
  format: Exclude<CheckFormat, 'text'>,
  problems: readonly Problem[],
  { root, isLine }: { root: string; isLine: boolean },
): string {
  if (format === 'json') return JSON.stringify(problems.map(toReport), null, isLine ? 0 : 2);
  if (format === 'lines') return renderLines(problems);
  const folder = findFolder(root, process.env['GITHUB_WORKSPACE']);
  const options = {
    folder,
    version: readEngineVersion(),
    pageOf: (code: string) => problemPageUrl(code),
  };
  return format === 'sarif' ? renderSarif(problems, options) : renderGithub(problems, options);
}
