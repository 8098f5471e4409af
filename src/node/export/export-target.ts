import { accessSync, constants, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../errors.ts';
import { hasCode } from '../system-error.ts';
import { requireNoSource } from './protected-files.ts';
import { explainWriting } from './write-export.ts';

/** How the files of a format are named. */
export interface Naming {
  /** What stands behind a talk's name; defaults to `.pdf`. */
  suffix?: string;
  /** A talk becomes a folder of files. */
  isFolder?: boolean;
}

/** Decides where the files of some talks go: `output` is a file for one talk, or a folder; one for several may be new. */
export function findTargets(
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

/** Makes a folder that files are to lie in, and does with it what is to be done; where that fails, the folder goes again. */
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

/** A folder may be new, but what it lies in must be there. */
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

/** A place within what is no folder is no place. */
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
