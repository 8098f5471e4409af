import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../errors.ts';

/** Folders of a project that hold its author's work. */
const OWN = ['slides', 'data', 'assets', '.git', 'node_modules'];
/** What a page that Rostrum wrote begins with. */
const BUILT = /^<!doctype html>\s*<html [^>]*\bdata-theme="/;
const HINT = 'Choose another folder with -o; a build empties the one that it is written to.';

/** Refuses to write a build where it would delete what is no build: the project, its parts, or anybody's files. */
export function requireOutFolder(root: string, folder: string): void {
  const name = `"${path.relative(process.cwd(), folder) || '.'}"`;
  if (contains(folder, root)) throw new UsageError(`${name} holds the project itself.`, HINT);
  const own = OWN.find((part) => contains(path.join(root, part), folder));
  if (own !== undefined) throw new UsageError(`${name} is a part of the project.`, HINT);
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) throw new UsageError(`${name} is a file.`, HINT);
  if (readdirSync(folder).length > 0 && !isBuild(folder)) {
    throw new UsageError(`${name} holds files that Rostrum did not write.`, HINT);
  }
}

function isBuild(folder: string): boolean {
  const index = path.join(folder, 'index.html');
  return existsSync(index) && BUILT.test(readFileSync(index, 'utf8'));
}

function contains(folder: string, other: string): boolean {
  const way = path.relative(folder, other);
  return way === '' || (!path.isAbsolute(way) && way.split(path.sep)[0] !== '..');
}
