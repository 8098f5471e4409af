import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Finds the folder that Rostrum itself lies in, whether this code runs from `src/` or from a bundle of it. */
export function locateEngine(): string {
  return (engine ??= findEngine(fileURLToPath(import.meta.url)));
}

let engine: string | undefined;

function findEngine(from: string): string {
  const folder = path.dirname(from);
  if (existsSync(path.join(folder, 'bin/rostrum.mjs'))) return folder;
  if (folder === from) throw new Error('Rostrum cannot find its own folder.');
  return findEngine(folder);
}

/** Reads Rostrum's version from its package.json. */
export function readEngineVersion(): string {
  return readManifest().version;
}

/** What is read of Rostrum's package.json. */
interface Manifest {
  version: string;
  /** The address of the published documentation, where there is one. */
  homepage?: string;
}

function readManifest(): Manifest {
  return JSON.parse(readFileSync(path.join(locateEngine(), 'package.json'), 'utf8')) as Manifest;
}

/** Returns the address of the page about a code of problem; null where the documentation is not published. */
export function problemPageUrl(code: string, { homepage } = readManifest()): string | null {
  return homepage === undefined ? null : `${homepage.replace(/\/$/, '')}/problems/${code}.html`;
}

/** Returns where a code of problem is explained: a command that works without a network, and the page on the web. */
export function locateExplanation(code: string, manifest = readManifest()): string {
  const url = problemPageUrl(code, manifest);
  return [`npx rostrum explain ${code}`, ...(url === null ? [] : [url])].join(', ');
}

/** Finds a file of the browser floor or the pure floor as Vite names it, by its path below `src`. */
export function locateFloorFile(file: string): string {
  const root = locateEngine();
  // A package brings the floors as JavaScript.
  const found = isClone(root)
    ? path.join(root, 'src', file)
    : path.join(root, 'dist/floor', file.replace(/\.ts$/, '.js'));
  return found.replaceAll('\\', '/');
}

/** Finds the folder for what is made of the engine's own files, which may lie where nothing may be written. */
export function locateEngineCache(): string {
  const root = locateEngine();
  const ofClone = path.join(root, 'node_modules/.cache/rostrum');
  if (isClone(root) && canWrite(ofClone)) return ofClone;
  return (userCache ??= locateUserCache());
}

let userCache: string | undefined;

/** Returns whether this user may write to a folder, or may make it. */
export function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return statSync(folder).isDirectory();
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const parent = path.dirname(folder);
    return isMissing && parent !== folder && canWrite(parent);
  }
}

function locateUserCache(): string {
  const own = process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache');
  const user = process.getuid?.() ?? 'user';
  const folders = [
    path.join(own, 'rostrum', readEngineVersion()),
    path.join(tmpdir(), `rostrum-${user}`),
  ];
  return folders.find(isOwn) ?? mkdtempSync(path.join(tmpdir(), 'rostrum-'));
}

/** Returns whether an engine is a clone of its repository, not an installed package. */
export function isClone(root: string): boolean {
  return existsSync(path.join(root, 'src/browser'));
}

/** Creates a missing folder, and returns whether only this user may write to it. */
function isOwn(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    const { uid } = statSync(folder);
    return process.getuid === undefined || uid === process.getuid();
  } catch {
    return false;
  }
}
