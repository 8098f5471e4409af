import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Finds the folder that Rostrum itself lies in, whether this code runs from `src/` or from a bundle of it. */
export function findEngineRoot(from = fileURLToPath(import.meta.url)): string {
  const folder = path.dirname(from);
  if (existsSync(path.join(folder, 'bin/rostrum.mjs'))) return folder;
  if (folder === from) throw new Error('Rostrum cannot find its own folder.');
  return findEngineRoot(folder);
}

/** Reads Rostrum's version from its package.json. */
export function readEngineVersion(): string {
  const text = readFileSync(path.join(findEngineRoot(), 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  return version;
}

/** Finds a file of the browser floor or the pure floor as Vite names it, by its path below `src`. */
export function findFloorFile(file: string): string {
  return path.join(findEngineRoot(), 'src', file).replaceAll('\\', '/');
}
