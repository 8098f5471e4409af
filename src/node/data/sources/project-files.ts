import { readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { findStats, hasCode } from '../../system-error.ts';
import { localFailure } from '../http/bad-response.ts';
import { SourceError } from '../refresh/failure.ts';

const WILDCARD = /[*?]/;
const MAX_FILES = 1000;

/** Reports whether a path stands for several files. */
export function hasWildcards(pattern: string): boolean {
  return WILDCARD.test(pattern);
}

/**
 * Finds the files of a project by a path from the folder `data` on, or from the root with `/`; absolute paths, in order.
 * Throws a failure when there is none, and for a path that leads out of the project.
 */
export function findProjectFiles(root: string, pattern: string): string[] {
  const place = pattern.startsWith('/') ? pattern.slice(1) : `data/${pattern}`;
  const parts = path.posix.normalize(place.replaceAll('\\', '/')).split('/');
  if (parts[0] === '..' || path.isAbsolute(parts.join('/')))
    throw refuse(pattern, 'it leads out of the project');
  const found = hasWildcards(pattern) ? expand(root, parts) : [path.join(root, ...parts)];
  if (found.length > MAX_FILES) throw refuse(pattern, `it stands for more than ${MAX_FILES} files`);
  const files = found.filter((file) => isOwnFile(root, file, pattern)).sort();
  if (files.length > 0) return files;
  throw refuse(pattern, hasWildcards(pattern) ? 'no file matches it' : 'there is no such file');
}

/** Builds the failure of a path that cannot be read. */
export function refuse(pattern: string, why: string, advice?: string): SourceError {
  const hint = 'A path begins in the folder "data", one with "/" at the root of the project.';
  return new SourceError(localFailure(`"${pattern}"`, why, advice ?? hint));
}

/** Returns whether there is a file; links may not lead out of the project. */
function isOwnFile(root: string, file: string, pattern: string): boolean {
  const stats = findStats(file);
  if (!stats) return false;
  const [real, top] = [realpathSync(file), realpathSync(root)];
  if (!real.startsWith(top + path.sep)) throw refuse(pattern, 'it leads out of the project');
  // A pipe or a device may never end.
  if (!stats.isFile() && hasWildcards(pattern)) return false;
  if (!stats.isFile()) throw refuse(pattern, 'it is no file');
  return true;
}

/** Lists the files that match the parts of a pattern. */
function expand(folder: string, [part, ...rest]: readonly string[]): string[] {
  if (part === undefined) return [];
  const entries = list(folder).filter(({ name }) => !name.startsWith('.'));
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules');
  if (part === '**') {
    const below = folders.flatMap(({ name }) => expand(path.join(folder, name), ['**', ...rest]));
    return [...expand(folder, rest), ...below];
  }
  const form = toExpression(part);
  if (rest.length === 0) {
    const files = entries.filter((entry) => !entry.isDirectory() && form.test(entry.name));
    return files.map(({ name }) => path.join(folder, name));
  }
  const matching = folders.filter(({ name }) => form.test(name));
  return matching.flatMap(({ name }) => expand(path.join(folder, name), rest));
}

function toExpression(part: string): RegExp {
  const text = part.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${text.replaceAll(/\*+/g, '.*').replaceAll('?', '.')}$`);
}

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}
