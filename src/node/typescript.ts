import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleFiles, toEntryName } from './bundle-files.ts';
import { isOlderThanProcess, namePackages, type OutsideImport } from './code-state.ts';
import { withDeadline } from './deadline.ts';
import { canWrite, locateEngineCache, locateEngine, readEngineVersion } from './engine.ts';
import { hash, hashFile } from './hash.ts';
import { writeWhole } from './write-whole.ts';

/** How messages of the system begin where nothing can be written. */
const NOT_WRITABLE = /^(?:EACCES|EPERM|EROFS|ENOSPC|EDQUOT|ENOTDIR|EEXIST|EIO)\b/;

/** What a module exports, or why it could not be imported. */
export type Imported = { ok: true; exports: Record<string, unknown> } | { ok: false; error: Error };

/** What is kept of a bundle beside its code. */
interface Bundled {
  /** Hashes of all files that went in, by absolute path. */
  inputs: Record<string, string>;
  folder: string;
  imports: OutsideImport[];
  isClosed: boolean;
}

/** How long a file may take to be imported, in milliseconds. */
const IMPORT_TIMEOUT_MS = 10_000;

/**
 * Imports TypeScript files of a project, absolute paths in and out. They are bundled together, with packages
 * left outside, and the bundle is kept until one of its files changes.
 */
export async function importTypeScript(
  root: string,
  files: readonly string[],
  { patience = IMPORT_TIMEOUT_MS }: { patience?: number } = {},
): Promise<Map<string, Imported>> {
  if (files.length === 0) return new Map();
  const cache = locateCache(root);
  try {
    const { folder } = findBundle(cache, files) ?? (await writeSomewhere(cache, files));
    const modules = await Promise.all(files.map((file) => importFrom(folder, file, patience)));
    return new Map(files.map((file, index) => [file, modules[index] ?? absent(file)]));
  } catch (error) {
    const [file] = files;
    if (file && files.length === 1) return new Map([[file, { ok: false, error: toError(error) }]]);
    // One broken file must not hide the others.
    const single = await Promise.all(
      files.map((one) => importTypeScript(root, [one], { patience })),
    );
    return new Map(single.flatMap((modules) => [...modules]));
  }
}

/** Names the code that files of a project were bundled to, all that they import from it within; null when that is not known. */
export function nameBundle(root: string, files: readonly string[]): string | null {
  if (files.length === 0) return '';
  const bundle = findBundle(locateCache(root), files);
  return bundle && path.basename(bundle.folder);
}

/**
 * Names everything that the exports of a file follow from: the code that it imports and the packages. Returns null in
 * doubt: when the code may read more than that, or when it was written after this process began to read it.
 */
export async function nameClosedCode(root: string, file: string): Promise<string | null> {
  try {
    const cache = locateCache(root);
    const bundle = findBundle(cache, [file]) ?? (await writeSomewhere(cache, [file]));
    const packages = namePackages(bundle.imports, bundle.folder);
    const isKnown = bundle.isClosed && Object.keys(bundle.inputs).every(isOlderThanProcess);
    return isKnown && packages !== null ? `${path.basename(bundle.folder)} ${packages}` : null;
  } catch {
    return null;
  }
}

/** Returns the cache folder: the project's own, or one of the user's when that cannot be written. */
export function locateCache(root: string): string {
  const modules = path.join(root, 'node_modules');
  const own = path.join(existsSync(modules) ? modules : root, '.cache/rostrum');
  return canWrite(own) ? own : path.join(locateEngineCache(), 'projects', hash(root));
}

/** Names the version of the running engine; null when it runs from its sources, which may change. */
export function findEngineStamp(from = fileURLToPath(import.meta.url)): string | null {
  return /[\\/]engine[\\/]([\da-f]{16})[\\/]/.exec(from)?.[1] ?? null;
}

function absent(file: string): Imported {
  return { ok: false, error: new Error(`${file} is not in the bundle.`) };
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

async function importFrom(folder: string, file: string, patience: number): Promise<Imported> {
  try {
    const url = pathToFileURL(path.join(folder, `${toEntryName(file)}.mjs`)).href;
    // A file that waits for something while it is imported could hold up everything for ever.
    const exports = await withDeadline<Record<string, unknown>>(import(url), patience, () => {
      throw new Error(`it was not done within ${patience / 1000} seconds`);
    });
    return { ok: true, exports };
  } catch (error) {
    return { ok: false, error: toError(error) };
  }
}

function findBundle(cache: string, files: readonly string[]): Bundled | null {
  try {
    const bundle = JSON.parse(readFileSync(indexFile(cache, files), 'utf8')) as Bundled;
    const isFresh = Object.entries(bundle.inputs).every(([file, hash]) => hashFile(file) === hash);
    return isFresh && existsSync(bundle.folder) ? bundle : null;
  } catch {
    return null;
  }
}

/** Writes a bundle into the project's cache, or among the user's own files where that is full. */
async function writeSomewhere(cache: string, files: readonly string[]): Promise<Bundled> {
  try {
    return await writeBundle(cache, files);
  } catch (error) {
    if (!NOT_WRITABLE.test(toError(error).message)) throw error;
    return writeBundle(locateEngineCache(), files);
  }
}

async function writeBundle(cache: string, files: readonly string[]): Promise<Bundled> {
  const { chunks, modules, imports, isClosed } = await bundleFiles(files);
  const code = chunks.map((chunk) => chunk.code).join('\0');
  const folder = path.join(cache, 'code', hash(code));
  await mkdir(folder, { recursive: true });
  for (const chunk of chunks) writeWhole(path.join(folder, chunk.fileName), chunk.code);
  const inputs = Object.fromEntries(modules.map((file) => [file, hashFile(file)]));
  const bundled = { inputs, folder, imports, isClosed };
  writeWhole(indexFile(cache, files), JSON.stringify(bundled));
  return bundled;
}

function indexFile(cache: string, files: readonly string[]): string {
  const key = [locateEngine(), readEngineVersion(), ...files].join('\0');
  return path.join(cache, 'code', `${hash(key)}.json`);
}
