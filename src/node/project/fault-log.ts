import { existsSync } from 'node:fs';
import path from 'node:path';
import { writeCacheFile } from '../cache-file.ts';
import { hash } from '../hash.ts';
import { locateCache } from '../typescript.ts';

/** Writes what was thrown to a file of its own; undefined when nothing can be written. */
export type LogFault = (error: unknown) => string | undefined;

const MAX_FILES = 32;

/** Opens the log of faults of a project; the same fault is one file. */
export function openFaultLog(root: string): LogFault {
  const folder = path.join(locateCache(root), 'faults');
  return (error) => {
    const text = describe(error);
    const name = hash(text, 12);
    const file = path.join(folder, `${name}.txt`);
    if (!existsSync(file)) writeCacheFile(file, text, MAX_FILES);
    return existsSync(file) ? path.relative(root, file).replaceAll('\\', '/') : undefined;
  };
}

function describe(error: unknown): string {
  try {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `${text}\n`;
  } catch {
    return 'Something that has no text was thrown.\n';
  }
}
