import { statSync, writeFileSync } from 'node:fs';
import { MachineError } from '../errors.ts';
import { hasCode } from '../system-error.ts';
import { draftFile, type DraftFile } from '../write-whole.ts';

/** A file to be written: where, and what. */
export type Writing = readonly [file: string, bytes: Buffer];

/** Writes files, all of them whole or none at all. */
export function writeAll(writings: readonly Writing[]): void {
  const drafts: [draft: DraftFile, file: string][] = [];
  let current = '';
  // A file above the user's size limit ends the process without this listener; with it, writing throws.
  process.on('SIGXFSZ', ignore);
  try {
    for (const [named, bytes] of writings) {
      current = named;
      // The link of a pipe leads to no name.
      if (isDevice(named)) {
        writeFileSync(named, bytes);
        continue;
      }
      drafts.push([draftFile(named, bytes), named]);
    }
    for (const [draft, file] of drafts) {
      current = file;
      draft.publish();
    }
  } catch (error) {
    for (const [draft] of drafts) draft.discard();
    throw explainWriting(error, current);
  } finally {
    process.off('SIGXFSZ', ignore);
  }
}

/** Describes why a file cannot be written; returns other errors unchanged. */
export function explainWriting(error: unknown, file: string): unknown {
  const reason = findReason(error);
  if (!reason) return error;
  const hint = 'Nothing was written there. Name another place with -o.';
  return new MachineError(`"${file}" cannot be written: ${reason}.`, { hint, cause: error });
}

function ignore(): void {}

/** Returns whether a path is written in place, such as `/dev/stdout`; refuses a folder. */
function isDevice(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  // Renaming would find out only when others have their new names already.
  if (found?.isDirectory()) throw Object.assign(new Error('A folder.'), { code: 'EISDIR' });
  return found !== undefined && !found.isFile();
}

function findReason(error: unknown): string | undefined {
  if (hasCode(error, 'EACCES', 'EPERM')) return 'you have no permission';
  if (hasCode(error, 'EROFS')) return 'the disk is read-only';
  if (hasCode(error, 'ENOSPC')) return 'the disk is full';
  if (hasCode(error, 'EDQUOT')) return 'your share of the disk is used up';
  if (hasCode(error, 'EFBIG')) return 'it would be larger than a file may be there';
  if (hasCode(error, 'EBUSY', 'ETXTBSY')) return 'another program holds it open';
  if (hasCode(error, 'EISDIR')) return 'a folder has that name';
  if (hasCode(error, 'ENOTDIR', 'EEXIST')) return 'a file has the name of its folder';
  if (hasCode(error, 'ENAMETOOLONG')) return 'the name is too long';
  if (hasCode(error, 'ELOOP')) return 'it is a link that leads to itself';
  if (hasCode(error, 'EIO', 'ENXIO', 'ENODEV')) return 'the disk does not answer as it should';
  return undefined;
}
