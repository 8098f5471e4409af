import { statSync, type BigIntStats } from 'node:fs';

/** Returns whether an error comes from the system with one of the codes, such as `ENOENT`. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return codes.includes(String(error.code));
}

/** A link that leads to itself leads to no file, no name is so long or has a zero in it, and none lies in a file. */
const NO_FILE = ['ELOOP', 'ENAMETOOLONG', 'ENOTDIR', 'EINVAL', 'ERR_INVALID_ARG_VALUE'];

/** Returns the file's stats; undefined when they cannot be read. */
export function findStats(file: string): BigIntStats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false, bigint: true });
  } catch (error) {
    if (hasCode(error, ...NO_FILE)) return undefined;
    throw error;
  }
}

/** Returns whether a path leads to a file. */
export function isFile(file: string): boolean {
  return findStats(file)?.isFile() ?? false;
}

/** Describes which file the system refused to read or write; null for other errors. */
export function describeRefusal(error: unknown): string | null {
  if (error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd') {
    return 'The folder this runs in is gone.';
  }
  const reason = describeReason(error);
  if (reason === null || !(error instanceof Error)) return null;
  const call = 'syscall' in error ? String(error.syscall) : '';
  const doing = WRITES.includes(call) ? 'written' : call === 'open' ? 'opened' : 'read';
  // An error while an open file is written does not say which.
  const file = 'path' in error ? `"${String(error.path)}"` : 'A file';
  return `${file} cannot be ${doing}: ${reason}.`;
}

/** Returns why the system refused something, in words; null for any other error. */
export function describeReason(error: unknown): string | null {
  const [, reason] = Object.entries(REFUSALS).find(([code]) => hasCode(error, code)) ?? [];
  return reason ?? null;
}

const WRITES = ['mkdir', 'rename', 'unlink', 'rmdir', 'copyfile', 'write'];
const REFUSALS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'it is not permitted',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk gave an error',
};
