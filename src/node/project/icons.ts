import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const NAME = /^[a-z0-9]+$/;
const PATH = /<path d="([^"<>]+)"/;
const MISSING = ['ENOENT', 'MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED'];

/** Reads the path of a brand's sign from Simple Icons; undefined where it has none of that name. */
export function readIcon(name: string): string | undefined {
  if (!NAME.test(name)) return undefined;
  try {
    const file = createRequire(import.meta.url).resolve(`simple-icons/icons/${name}.svg`);
    return PATH.exec(readFileSync(file, 'utf8'))?.[1];
  } catch (error) {
    if (MISSING.includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
