import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasCode } from '../system-error.ts';

/** Returns the path of a brand's icon; undefined when Simple Icons lacks it. */
export type ReadIcon = (name: string) => string | undefined;

const NAME = /^[a-z0-9]+$/;
const PATH = /<path d="([^"<>]+)"/;
const MANIFEST = 'simple-icons/package.json';

/** Finds Simple Icons beside the engine or in the project; undefined when it is not installed. */
export function openIcons(
  root: string,
  engine: string = fileURLToPath(import.meta.url),
): ReadIcon | undefined {
  const folder = findIcons(engine) ?? findIcons(path.join(root, 'package.json'));
  return folder === undefined ? undefined : (name) => readIcon(folder, name);
}

function findIcons(from: string): string | undefined {
  try {
    return path.join(path.dirname(createRequire(from).resolve(MANIFEST)), 'icons');
  } catch {
    return undefined;
  }
}

function readIcon(folder: string, name: string): string | undefined {
  if (!NAME.test(name)) return undefined;
  try {
    return PATH.exec(readFileSync(path.join(folder, `${name}.svg`), 'utf8'))?.[1];
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
