import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MachineError } from '../errors.ts';
import { hasCode } from '../system-error.ts';

/** A file to be written: where, and what. */
export type Writing = readonly [file: string, bytes: Buffer];

/** Writes files, all of them whole or none at all. */
export function writeAll(writings: readonly Writing[]): void {
  const drafts: [draft: string, file: string][] = [];
  let current = '';
  try {
    for (const [file, bytes] of writings) {
      current = file;
      refuseFolder(file);
      const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
      drafts.push([draft, file]);
      writeFileSync(draft, bytes);
    }
    for (const [draft, file] of drafts) {
      current = file;
      renameSync(draft, file);
    }
  } catch (error) {
    for (const [draft] of drafts) rmSync(draft, { force: true });
    throw explainWriting(error, current);
  }
}

/** Says in words why something cannot be written; gives other errors back as they are. */
export function explainWriting(error: unknown, file: string): unknown {
  const reason = findReason(error);
  if (!reason) return error;
  const hint = 'Nothing was written there. Name another place with -o.';
  return new MachineError(`"${file}" cannot be written: ${reason}.`, { hint, cause: error });
}

/** Renaming would find out only when others have their new names already. */
function refuseFolder(file: string): void {
  if (!statSync(file, { throwIfNoEntry: false })?.isDirectory()) return;
  throw Object.assign(new Error('A folder has that name.'), { code: 'EISDIR' });
}

function findReason(error: unknown): string | undefined {
  if (hasCode(error, 'EACCES', 'EPERM', 'EROFS')) return 'you have no permission';
  if (hasCode(error, 'ENOSPC', 'EDQUOT')) return 'the disk is full';
  if (hasCode(error, 'EBUSY', 'ETXTBSY')) return 'another program holds it open';
  if (hasCode(error, 'EISDIR')) return 'a folder has that name';
  if (hasCode(error, 'ENOTDIR', 'EEXIST')) return 'a file has the name of its folder';
  if (hasCode(error, 'ENAMETOOLONG')) return 'the name is too long';
  return undefined;
}
