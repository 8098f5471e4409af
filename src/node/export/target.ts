import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../errors.ts';
import { explainWriting } from './write.ts';

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
  if (isOwn) return new Map(names.map((name) => [name, requireOwnFolder(target)]));
  const isNew = names.length > 1 && path.extname(target) === '' && !isDirectory(target);
  if (isNew) {
    requireFolder(path.dirname(target));
    makeFolder(target);
  }
  const isInside = output === undefined || /[\\/]$/.test(output) || isDirectory(target);
  if (!isInside && names.length > 1) {
    throw new UsageError(
      `"${output}" is one file, and ${names.length} talks are to be exported.`,
      'Give -o a folder, or export one talk at a time.',
    );
  }
  requireFolder(isInside ? target : path.dirname(target));
  const fileOf = (name: string): string =>
    isInside ? path.join(target, `${name}${suffix}`) : target;
  return new Map(names.map((name) => [name, fileOf(name)]));
}

/** Makes a folder that files are to lie in; the one around it must be there. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw explainWriting(error, folder);
  }
}

/** A folder of pictures may be new, but what it lies in must be there. */
function requireOwnFolder(folder: string): string {
  requireFolder(isDirectory(folder) ? folder : path.dirname(folder));
  return folder;
}

function isDirectory(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
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
