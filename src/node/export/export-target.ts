import { accessSync, constants, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../errors.ts';
import { hasCode } from '../system-error.ts';
import { requireNoSource } from './protected-files.ts';
import { explainWriting } from './write-export.ts';

/** How the files of a format are named. */
export interface Naming {
  /** The suffix of a talk's name; defaults to `.pdf`. */
  suffix?: string;
  /** Whether a talk is written as a folder of files. */
  isFolder?: boolean;
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
