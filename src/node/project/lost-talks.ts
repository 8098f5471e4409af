import { readdirSync } from 'node:fs';
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

/** Explains that no talk has a name, by the nearest one. */
export function unknownTalk(name: string, names: readonly string[]): UsageError {
  const nearest = suggestName(plainName(name), names);
  const file =
    OUTPUT.test(name) && nearest !== undefined
      ? ` A file to write is named with -o: "npx rostrum export ${nearest} -o ${name}".`
      : '';
  const list = `The talks are ${names.join(', ')}.`;
  const hint = nearest ? `Did you mean "${nearest}"?${file} ${list}` : list;
  return new UsageError(`No talk is called "${name}".`, hint);
}

type Entry = { name: string; isFile(): boolean; isDirectory(): boolean };

function listNames(root: string, folder: string, isMeant: (entry: Entry) => boolean): string[] {
  try {
    const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
    return entries.filter(isMeant).map(({ name }) => name);
  } catch {
    return [];
  }
}
