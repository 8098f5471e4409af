import path from 'node:path';

/** One of the errors that Rolldown gathers, as far as it says where it is. */
interface FileError {
  message: string;
  loc: { file: string; line: number; column: number };
}

const WRITING =
  /Could not create directory for output|Could not write|Failed to write file|prepare-out-dir|\b(?:EACCES|EPERM|EROFS|ENOSPC|EDQUOT)\b/;
const MAKER = /^\[\w+\]\s*/;
const MISSING = /^ENOENT: .*'([^']*)'$/s;

/** Describes errors in the author's own stylesheets, one a line; empty for other errors. */
export function describeBuildError(error: unknown, root: string): string[] {
  if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors)) return [];
  return error.errors.filter(isFileError).flatMap(({ message, loc }) => {
    const file = path.relative(root, loc.file).replaceAll('\\', '/');
    if (file.startsWith('..') || path.isAbsolute(file) || file.includes('node_modules/')) return [];
    return [`${file}:${loc.line}:${loc.column + 1}  ${say(message)}`];
  });
}

/** Returns whether a build failed because its folder could not be created, emptied or written. */
export function isWritingFault(error: unknown): boolean {
  return error instanceof Error && WRITING.test(error.message);
}

function say(message: string): string {
  const words = message.replace(MAKER, '').split('\n')[0]?.replace(/\.$/, '') ?? '';
  const [, missing] = MISSING.exec(words) ?? [];
  return missing === undefined
    ? `This cannot be read: ${words}.`
    : `There is no stylesheet "${missing}".`;
}

function isFileError(error: unknown): error is FileError {
  if (!(error instanceof Error) || !('loc' in error)) return false;
  const { loc } = error;
  return typeof loc === 'object' && loc !== null && 'file' in loc && typeof loc.file === 'string';
}
