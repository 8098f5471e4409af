import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { misplacedTalk } from '../../talk/problems/problems.ts';
import type { Problem } from '../../talk/model/problem.ts';
import { plainName, suggestName } from '../../talk/text/nearest.ts';
import { UsageError } from '../errors.ts';
import { hasTalks } from '../root.ts';
import { readProjectFile } from './read-folder.ts';

/** A file that looks like a talk where no talk is looked for, and where it belongs. */
export interface LostTalk {
  file: string;
  target: string;
}

const TALKS = 'slides/talks';
const FOLDERS = ['.', 'slides', 'talks', 'presentations', 'slides/library', TALKS];
const MAX_NAMED = 6;
const ENDING =
  /(?:\.(?:md|markdown|mdx|mkd|mdown|qmd|rmd))?\.(?:md|markdown|mdx|mkd|mdown|qmd|rmd|txt)$/i;
const HEAD = /^\s*-{3,}[ \t]*\n(?:[^\n]*\n){0,20}?(?:title|speaker|author|marp|theme)[ \t]*:/i;
const OUTPUT = /\.(?:pdf|pptx|png|html?|json|txt)$/i;

/** Lists files that begin as talks do and that are no talks where they lie, or under the name that they have. */
export function listLostTalks(root: string): LostTalk[] {
  const inner = listNames(root, TALKS, (entry) => entry.isDirectory());
  const folders = [...FOLDERS, ...inner.map((name) => `${TALKS}/${name}`)];
  const files = folders.flatMap((folder) =>
    listNames(root, folder, (entry) => entry.isFile()).map((name) =>
      folder === '.' ? name : `${folder}/${name}`,
    ),
  );
  return files.flatMap((file) => {
    const name = path.posix.basename(file).replace(ENDING, '');
    const target = `${TALKS}/${name}.md`;
    const isTalk =
      ENDING.test(file) && file !== target && HEAD.test(readProjectFile(root, file)?.text ?? '');
    return isTalk ? [{ file, target }] : [];
  });
}

/** Reports files that look like talks and that no talk shows slides of. */
export function findMisplaced(root: string, isRead: (file: string) => boolean): Problem[] {
  return listLostTalks(root).flatMap(({ file, target }) => {
    if (isRead(file) || !file.includes('/')) return [];
    return [misplacedTalk(file, target, { file, line: 1, column: 1, length: 3 })];
  });
}

/** Lists the projects right below a folder. */
function listBelow(root: string): string[] {
  return listNames(root, '.', (entry) => entry.isDirectory())
    .filter((name) => !/^(?:\.|node_modules$)/.test(name) && hasTalks(path.join(root, name)))
    .sort();
}

/** Explains that a project has no talk, by the file that may be meant as one. */
export function noTalks(root: string): UsageError {
  const [first] = listLostTalks(root);
  const [below, ...others] = listBelow(root);
  if (below !== undefined) {
    const all = [below, ...others].slice(0, MAX_NAMED).join(', ');
    return new UsageError(
      `There are no talks in ${root}.`,
      `There ${others.length > 0 ? 'are projects' : 'is a project'} in ${all}: "cd ${below}" first.`,
    );
  }
  const init = '"npx rostrum init" writes a first talk.';
  return new UsageError(
    `There are no talks in ${root}.`,
    first
      ? `Talks are the files slides/talks/NAME.md: move ${first.file} to ${first.target}.`
      : `It looks for slides/talks/NAME.md in the folder it is run in; ${init}`,
  );
}

/** What is known of a name that no talk has. */
export interface NameContext {
  /** The folder of the project. */
  root?: string;
  /** All names that were given. */
  words?: readonly string[];
}

/** Explains that no talk has a name, by what it means or by the nearest one. */
export function unknownTalk(
  name: string,
  names: readonly string[],
  context: NameContext = {},
): UsageError {
  const meant = explainName(name, names, context);
  if (meant !== null)
    return new UsageError(
      `No talk is called "${name}".`,
      `${meant} The talks are ${names.join(', ')}.`,
    );
  const nearest = suggestName(plainName(name), names);
  const file =
    OUTPUT.test(name) && nearest !== undefined
      ? ` A file to write is named with -o: "npx rostrum export ${nearest} -o ${name}".`
      : '';
  const list = `The talks are ${names.join(', ')}.`;
  const hint = nearest ? `Did you mean "${nearest}"?${file} ${list}` : list;
  return new UsageError(`No talk is called "${name}".`, hint);
}

/** Says what a name is that no talk has; null where nothing is known of it. */
function explainName(
  name: string,
  names: readonly string[],
  { root, words = [] }: NameContext,
): string | null {
  if (name === 'all' || name === '*') return 'Name each of them.';
  if (name === 'help') return 'What a command takes is shown by --help.';
  const listed = name.split(/[,;]/);
  if (listed.length > 1 && listed.every((one) => names.includes(one)))
    return `Names have blanks between them: ${listed.join(' ')}.`;
  const joined = words.join('-').toLowerCase();
  if (words.length > 1 && names.includes(joined))
    return `Did you mean "${joined}"? A name has no blanks.`;
  if (/^\d{4}-\d\d-\d\d$/.test(name))
    return `The day of the data is named with --as-of: "--as-of ${name}".`;
  if (/^\d[\d,-]*$/.test(name)) return `"export" takes slides with --range: "--range ${name}".`;
  const [, option] = /^-*([a-z][a-z-]*)=./.exec(name) ?? [];
  if (option !== undefined) return `Options begin with two hyphens: "--${name}".`;
  const isFolder =
    root !== undefined &&
    name !== '' &&
    statSync(path.join(root, name), { throwIfNoEntry: false })?.isDirectory();
  if (isFolder && path.resolve(root, name) === path.resolve(root))
    return `"${name}" is the folder of the project: "npx rostrum check" without a name checks all talks, and other commands take their names.`;
  if (isFolder) return `"${name}" is a folder.`;
  if (root === undefined || suggestName(plainName(name), names) !== undefined) return null;
  const dataset = DATASETS.find((ending) =>
    existsSync(path.join(root, 'data', plainName(name) + ending)),
  );
  if (dataset !== undefined)
    return `data/${plainName(name)}${dataset} is a dataset: "npx rostrum where ${plainName(name)}" lists the slides that use it, and "npx rostrum check" without names checks all.`;
  return null;
}

const DATASETS = ['.json', '.csv'];

type Entry = { name: string; isFile(): boolean; isDirectory(): boolean };

function listNames(root: string, folder: string, isMeant: (entry: Entry) => boolean): string[] {
  try {
    const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
    return entries.filter(isMeant).map(({ name }) => name);
  } catch {
    return [];
  }
}
