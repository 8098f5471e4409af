import path, { type PlatformPath } from 'node:path';

/** Sources of talks, which pages get compiled and without remarks. */
const SOURCE = /^(?:slides\/.*\.md|data\/.*|rostrum\.lock)$/s;

/*
 * Systems write paths in two ways, and Vite writes them with "/" on all. Comparing them as texts is wrong on Windows,
 * so this is done here, for the machine's own way or for one that a test names.
 */

/** Writes a path with `/`, as Vite, addresses and messages have it. */
export function toSlashes(file: string, { sep }: PlatformPath = path): string {
  return sep === '\\' ? file.replaceAll('\\', '/') : file;
}

/** Returns whether two absolute paths name the same place, however each is written. */
export function isSamePath(one: string, other: string, paths: PlatformPath = path): boolean {
  return paths.relative(one, other) === '';
}

/** Returns whether a file lies below a folder; both are absolute. */
export function isWithin(file: string, folder: string, paths: PlatformPath = path): boolean {
  return toInnerPath(folder, file, paths) !== '';
}

/** Writes a file's path from a folder on, with `/`; empty when it does not lie below it. */
export function toInnerPath(folder: string, file: string, paths: PlatformPath = path): string {
  const inner = paths.relative(folder, file);
  const isOutside = inner.split(paths.sep)[0] === '..' || paths.isAbsolute(inner);
  return isOutside ? '' : toSlashes(inner, paths);
}

/** Returns whether a file of a project is a source of talks. */
export function isSource(name: string): boolean {
  return SOURCE.test(name);
}
