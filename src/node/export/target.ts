import { accessSync, constants, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MachineError, UsageError } from '../errors.ts';
import { hasCode } from '../system-error.ts';

/** Decides where the files of some talks go: `output` is a file for one talk, or a folder. */
export function findTargets(
  names: readonly string[],
  output: string | undefined,
  cwd: string,
): Map<string, string> {
  const target = path.resolve(cwd, output ?? '.');
  const isFolder = output === undefined || /[\\/]$/.test(output) || isDirectory(target);
  if (!isFolder && names.length > 1) {
    throw new UsageError(
      `"${output}" is one file, and ${names.length} talks are to be exported.`,
      'Give -o a folder, or export one talk at a time.',
    );
  }
  requireFolder(isFolder ? target : path.dirname(target));
  const fileOf = (name: string): string => (isFolder ? path.join(target, `${name}.pdf`) : target);
  return new Map(names.map((name) => [name, fileOf(name)]));
}

/** Writes a file whole or not at all. */
export function writeWhole(file: string, bytes: Buffer): void {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
  try {
    writeFileSync(draft, bytes);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw explain(error, file);
  }
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
    throw explain(error, folder);
  }
}

function explain(error: unknown, file: string): unknown {
  const reason = findReason(error);
  if (!reason) return error;
  const hint = 'Nothing was written there. Name another place with -o.';
  return new MachineError(`"${file}" cannot be written: ${reason}.`, { hint, cause: error });
}

function findReason(error: unknown): string | undefined {
  if (hasCode(error, 'EACCES', 'EPERM', 'EROFS')) return 'you have no permission';
  if (hasCode(error, 'ENOSPC', 'EDQUOT')) return 'the disk is full';
  if (hasCode(error, 'EBUSY', 'ETXTBSY')) return 'another program holds it open';
  if (hasCode(error, 'EISDIR')) return 'a folder has that name';
  return undefined;
}
