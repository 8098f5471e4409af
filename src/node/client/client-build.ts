import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { BuildOptions, Plugin } from 'vite';
import { readCacheFile } from '../cache-file.ts';
import {
  isClone,
  locateEngine,
  locateEngineCache,
  locateFloorFile,
  readEngineVersion,
} from '../engine.ts';
import { hash, hashFile } from '../hash.ts';
import { projectBlocks, type OwnBlocks } from '../pages/project-blocks.ts';
import { locateCache } from '../typescript.ts';
import { publishFolder, writeWhole } from '../write-whole.ts';
import { findFont } from './client-fonts.ts';

/** The project's own blocks that a build of the browser floor holds. */
export interface OwnPart {
  own: OwnBlocks;
  projectRoot: string;
}

/** A build with the project's own blocks, the state of the floor, and the hashes of the blocks' files that went in. */
interface OwnBuild {
  folder: string;
  stamp: string;
  inputs: Record<string, string>;
}

const FLOORS = ['browser', 'talk'];
const PACKAGES = 'node_modules/.package-lock.json';
const INPUTS = 'inputs.json';
/** A build, or what a run that was killed has left of one. */
const BUILD = /^[\da-f]{16}(?:\.|$)/;
/** No run uses a build for that long. */
const MAX_AGE_MS = 3_600_000;

/** What is being built right now, so that a second caller waits for it. */
const building = new Map<string, Promise<string>>();

/** Returns a build of the browser floor: that of the package, or one from the cache. Builds it where the cache lacks the current sources. */
export async function ensureBuild(
  name: string,
  part: OwnPart,
  options: BuildOptions,
  plugins: Plugin[] = [projectBlocks(() => ({}))],
): Promise<string> {
  const hasOwn = Object.keys(part.own).length > 0;
  const packed = hasOwn ? null : findPackedBuild(name);
  if (packed !== null) return packed;
  const stamp = stampFloors(locateEngine());
  if (hasOwn) {
    const home = path.join(locateCache(part.projectRoot), name, hash(JSON.stringify(part.own)));
    const make = (): Promise<string> => buildOwn(home, { own: part.own, stamp }, options);
    return readOwnBuild(home, stamp) ?? share(home, make);
  }
  const folder = path.join(locateEngineCache(), name, stamp);
  if (existsSync(folder)) return folder;
  return share(folder, () => build(folder, options, plugins));
}

/** Finds the build that a package brings; null in a clone. */
function findPackedBuild(name: string): string | null {
  const root = locateEngine();
  if (isClone(root)) return null;
  const home = path.join(root, 'dist', name);
  return path.join(home, readdirSync(home)[0] ?? '');
}

async function share(key: string, make: () => Promise<string>): Promise<string> {
  const running = building.get(key) ?? make();
  building.set(key, running);
  return running.finally(() => building.delete(key));
}

/** Finds the build of the floor with blocks whose files are as they were; null when there is none. */
function readOwnBuild(home: string, stamp: string): string | null {
  const text = readCacheFile(path.join(home, INPUTS));
  if (text === null) return null;
  const { folder, inputs, stamp: of } = JSON.parse(text) as OwnBuild;
  if (of !== stamp) return null;
  const isFresh = Object.entries(inputs).every(([file, is]) => hashFile(file) === is);
  return isFresh && existsSync(folder) ? folder : null;
}

async function buildOwn(
  home: string,
  { own, stamp }: { own: OwnBlocks; stamp: string },
  options: BuildOptions,
): Promise<string> {
  const files = new Set<string>();
  const engine = FLOORS.map(locateFloorFile);
  const note: Plugin = {
    name: 'rostrum:inputs',
    moduleParsed({ id }) {
      const [file = ''] = id.split('?');
      if (path.isAbsolute(file) && !engine.some((floor) => file.startsWith(floor))) files.add(file);
    },
  };
  const draft = path.join(home, hash(`${process.pid} ${Date.now()}`));
  const folder = await build(draft, options, [projectBlocks(() => own), note]);
  const inputs = Object.fromEntries([...files].map((file) => [file, hashFile(file)]));
  const text = JSON.stringify({ folder, stamp, inputs } satisfies OwnBuild);
  writeWhole(path.join(home, INPUTS), text);
  return folder;
}

/** Names the state of everything that the browser floor is made of. */
export function stampFloors(root: string): string {
  const files = FLOORS.flatMap((floor) => listFiles(locateFloorFile(floor)));
  const states = [...files, path.join(root, PACKAGES)].map((file) => {
    const found = statSync(file, { throwIfNoEntry: false });
    return `${file}\0${found?.mtimeMs}\0${found?.size}\0`;
  });
  return hash([readEngineVersion(), ...states].join(''));
}

/** Lists the files in a folder and below, sorted. */
export function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? listFiles(file) : [file];
    })
    .sort();
}

/** Builds beside the folder and renames, so that two runs at once never see half of it; returns the folder. */
async function build(folder: string, options: BuildOptions, plugins: Plugin[]): Promise<string> {
  const draft = `${folder}.${randomUUID()}`;
  const vite = await import('vite');
  await vite.build({
    root: locateEngine(),
    configFile: false,
    logLevel: 'silent',
    base: './',
    publicDir: false,
    plugins: [...plugins, leaveFonts()],
    build: {
      outDir: draft,
      emptyOutDir: true,
      modulePreload: false,
      reportCompressedSize: false,
      ...options,
    },
  });
  await mkdir(path.dirname(folder), { recursive: true });
  await removeOld(path.dirname(folder), statSync(draft).mtimeMs);
  publishFolder(draft, folder);
  return folder;
}

/** Leaves the engine's own fonts where they are installed, once for all builds. */
function leaveFonts(): Plugin {
  return {
    name: 'rostrum:fonts',
    generateBundle(_options, bundle) {
      for (const [name, part] of Object.entries(bundle)) {
        const font = findFont(name);
        if (part.type !== 'asset' || font === undefined) continue;
        // A font of a project's own block may have such a name as well.
        if (readFileSync(font).equals(Buffer.from(part.source))) delete bundle[name];
      }
    },
  };
}

/** Removes old builds; a younger one may be in use by a run that began before this one. `now` is by the disk's clock. */
async function removeOld(cache: string, now: number): Promise<void> {
  const builds = readdirSync(cache).filter((name) => BUILD.test(name));
  for (const name of builds) {
    const folder = path.join(cache, name);
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found && now - found.mtimeMs > MAX_AGE_MS)
      await rm(folder, { recursive: true, force: true });
  }
}
