import { accessSync, constants, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../errors.ts';
import { hasCode } from '../system-error.ts';
import { unknownTalk } from '../project/lost-talks.ts';
import { meantFormat, misplacedFormat } from './format-words.ts';
import { requireNoSource } from './protected-files.ts';
import { explainWriting } from './write-export.ts';

const FILE = /\.(?:png|zip|html?|pdf|pptx|md|json)$/i;

/** How the files of a format are named. */
export interface Naming {
  /** The suffix of a talk's name; defaults to `.pdf`. */
  suffix?: string;
  /** Whether a talk is written as a folder of files. */
  isFolder?: boolean;
}

/** Returns the names of the talks to be exported; the only one where none is named. */
export function chooseTalks(
  { talkNames, root }: { talkNames: readonly string[]; root: string },
  names: readonly string[],
  output: string | undefined,
): string[] {
  if (names.length === 0 && output !== undefined && talkNames.includes(output)) {
    throw new UsageError(
      `-o names what is written, and "${output}" is a talk.`,
      `Write "npx rostrum export ${output}".`,
    );
  }

  const [only, ...others] = talkNames;
  if (names.length === 0 && only && others.length === 0) return [only];
  const list = `The talks are ${talkNames.join(', ')}.`;
  if (names.length === 0) throw new UsageError('Which talk is to be exported?', list);
  const unknown = names.find((name) => !talkNames.includes(name));
  if (unknown !== undefined) {
    const format = meantFormat(unknown);
    if (format === null) throw unknownTalk(unknown, talkNames, { root, words: names });
    const talk = names.find((name) => talkNames.includes(name));
    throw misplacedFormat(unknown, format, talk ?? (others.length === 0 ? only : undefined));
  }
  return [...new Set(names)];
}

/** Returns the target of each talk: `output` is a file for one talk, or a folder, which may be new for several. */
export function planTargets(
  names: readonly string[],
  output: string | undefined,
  cwd: string,
  { suffix = '.pdf', isFolder = false }: Naming = {},
): Map<string, string> {
  const target = path.resolve(cwd, output ?? '.');
  const isOwn = isFolder && names.length === 1 && output !== undefined;
  if (isOwn && FILE.test(target) && !isDirectory(target)) {
    throw new UsageError(
      `What is written is a folder of files, and "${output}" is named like a file.`,
      `Write "-o ${output.replace(FILE, '')}".`,
    );
  }
  if (isOwn) return new Map(names.map((name) => [name, requireNewFolder(target)]));
  const isNew = names.length > 1 && path.extname(target) === '' && !isDirectory(target);
  const isInside = output === undefined || /[\\/]$/.test(output) || isNew || isDirectory(target);
  if (!isInside && names.length > 1) {
    throw new UsageError(
      `"${output}" is one file, and ${names.length} talks are to be exported.`,
      'Give -o a folder, or export one talk at a time.',
    );
  }
  if (isNew) requireNewFolder(target);
  else requireFolder(isInside ? target : path.dirname(target));
  const fileOf = (name: string): string =>
    isInside ? path.join(target, `${name}${suffix}`) : target;
  const targets = new Map(names.map((name) => [name, fileOf(name)]));
  for (const file of targets.values()) requireNoSource(cwd, file);
  return targets;
}

/** Creates a folder and runs a task in it; removes the folder when the task fails. */
export function withFolder(folder: string, work: () => void): void {
  let made: string | undefined;
  try {
    made = mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw explainWriting(error, folder);
  }
  try {
    work();
  } catch (error) {
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
    throw error;
  }
}

/** Does the same for several folders. */
export function withFolders(folders: readonly string[], work: () => void): void {
  const [folder, ...others] = new Set(folders);
  if (folder === undefined) work();
  else withFolder(folder, () => withFolders(others, work));
}

/** Checks that the parent of a folder exists; the folder itself may be new. */
function requireNewFolder(folder: string): string {
  if (isFile(folder)) throw explainWriting(notAFolder(), folder);
  requireFolder(isDirectory(folder) ? folder : path.dirname(folder));
  return folder;
}

function isDirectory(folder: string): boolean {
  return find(folder)?.isDirectory() ?? false;
}

function isFile(file: string): boolean {
  return find(file)?.isFile() ?? false;
}

/** Returns the stats of a path; undefined where it does not exist, or lies within what is no folder. */
function find(file: string) {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    if (hasCode(error, 'ENOTDIR', 'EACCES')) return undefined;
    throw error;
  }
}

function requireFolder(folder: string): void {
  if (isFile(folder)) {
    throw new UsageError(`"${folder}" is a file, and no folder.`, 'Name another place with -o.');
  }
  if (!isDirectory(folder)) {
    throw new UsageError(
      `There is no folder "${folder}".`,
      'Make it first, or name another with -o.',
    );
  }
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw explainWriting(error, folder);
  }
}

function notAFolder(): Error {
  return Object.assign(new Error('A file.'), { code: 'EEXIST' });
}
