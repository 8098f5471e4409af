import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { BuildOptions } from 'vite';
import { findEngineCache, findEngineRoot, findFloorFile, readEngineVersion } from '../engine.ts';
import { findStats, hasCode } from '../system-error.ts';

/** The browser floor as finished files, for pages that no Vite serves. */
export interface Runtime {
  /** Where its files lie. */
  folder: string;
  /** Names of its entries in the folder. */
  script: string;
  style: string;
  /** The script of a page that is printed and nothing else. */
  paper: string;
  /** Module that measures slides; no page loads it by itself. */
  check: string;
  /** Module that reads what stands on slides as boxes; no page loads it by itself. */
  boxes: string;
  /** Stylesheet of pages that hold several slides. */
  sheets: string;
}

const SCRIPT = 'browser/main.ts';
const SINGLE = 'browser/single.ts';
const PAPER = 'browser/paper.ts';
const STYLE = 'browser/styles/rostrum.css';
const CHECK = 'browser/check/check.ts';
const BOXES = 'browser/pptx/pptx.ts';
const SHEETS = 'browser/styles/handout.css';
const FLOORS = ['browser', 'talk'];
const PACKAGES = 'node_modules/.package-lock.json';
const IMPORT = /\b(?:import|from)\s*["'](\.\/[^"']+\.js)["']/g;

/** Finds the finished browser floor, building it first where its sources changed. */
export async function buildClient(): Promise<Runtime> {
  const folder = await findBuild('runtime', {
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        script: findFloorFile(SCRIPT),
        paper: findFloorFile(PAPER),
        style: findFloorFile(STYLE),
        check: findFloorFile(CHECK),
        boxes: findFloorFile(BOXES),
        sheets: findFloorFile(SHEETS),
      },
      preserveEntrySignatures: 'exports-only',
      output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
    },
  });
  return {
    folder,
    script: 'script.js',
    style: 'style.css',
    paper: 'paper.js',
    check: 'check.js',
    boxes: 'boxes.js',
    sheets: 'sheets.css',
  };
}

/** Lists what a script imports, and what that imports: a page that names them in advance waits for the script alone. */
export function listModules({ folder }: Pick<Runtime, 'folder'>, script: string): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    for (const [, address = ''] of readFileSync(path.join(folder, name), 'utf8').matchAll(IMPORT)) {
      const module = path.posix.join(path.posix.dirname(name), address);
      if (found.has(module)) continue;
      found.add(module);
      visit(module);
    }
  };
  visit(script);
  return [...found];
}

/** The browser floor as one script and one stylesheet that ask for nothing. */
export interface SingleClient {
  script: string;
  style: string;
}

/** Finds the browser floor in one piece, building it first where its sources changed. */
export async function buildSingleClient(): Promise<SingleClient> {
  const folder = await findBuild('single', {
    assetsInlineLimit: () => true,
    rolldownOptions: {
      input: { script: findFloorFile(SINGLE) },
      output: {
        codeSplitting: false,
        entryFileNames: '[name].js',
        assetFileNames: 'style[extname]',
      },
    },
  });
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  return { script: read('script.js'), style: read('style.css') };
}

/** Builds in progress, so that concurrent callers share one. */
const building = new Map<string, Promise<void>>();

/** Finds a build of the browser floor in the cache, making it where there is none of the present sources. */
async function findBuild(name: string, options: BuildOptions): Promise<string> {
  const root = findEngineRoot();
  const folder = path.join(findEngineCache(), name, stamp(root));
  if (existsSync(folder)) return folder;
  const running = building.get(folder) ?? build(root, folder, options);
  building.set(folder, running);
  await running.finally(() => building.delete(folder));
  return folder;
}

/** Names the state of everything that the floor is made of. */
function stamp(root: string): string {
  const hash = createHash('sha256').update(readEngineVersion());
  const files = FLOORS.flatMap((floor) => listFiles(findFloorFile(floor)));
  for (const file of [...files, path.join(root, PACKAGES)]) {
    const found = statSync(file, { throwIfNoEntry: false });
    hash.update(`${file}\0${found?.mtimeMs}\0${found?.size}\0`);
  }
  return hash.digest('hex').slice(0, 16);
}

function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? listFiles(file) : [file];
    })
    .sort();
}

/** Builds beside the folder and renames, so that two runs at once never see half of it. */
async function build(root: string, folder: string, options: BuildOptions): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  const vite = await import('vite');
  await vite.build({
    root,
    configFile: false,
    logLevel: 'silent',
    base: './',
    publicDir: false,
    build: {
      outDir: draft,
      emptyOutDir: true,
      modulePreload: false,
      reportCompressedSize: false,
      ...options,
    },
  });
  await mkdir(path.dirname(folder), { recursive: true });
  await removeOthers(path.dirname(folder), draft);
  await rename(draft, folder).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!hasCode(error, 'EEXIST', 'ENOTEMPTY')) throw error;
  });
}

async function removeOthers(cache: string, draft: string): Promise<void> {
  const names = readdirSync(cache).map((name) => path.join(cache, name));
  const outdated = names.filter((name) => name !== draft && !/\.\d+$/.test(name));
  for (const name of outdated) await rm(name, { recursive: true, force: true });
}

/** Reads one of the runtime's files; null where there is none of that name. */
export function readClientFile({ folder }: Runtime, name: string): Buffer | null {
  const file = path.join(folder, name);
  if (!file.startsWith(folder + path.sep) || !isFile(file)) return null;
  return readFileSync(file);
}

function isFile(file: string): boolean {
  return !file.includes('\0') && (findStats(file)?.isFile() ?? false);
}

/** Reads all scripts of the runtime, one behind the other. */
export function readScripts({ folder }: Pick<Runtime, 'folder'>): string {
  const scripts = listFiles(folder).filter((file) => file.endsWith('.js'));
  return scripts.map((file) => readFileSync(file, 'utf8')).join('\n');
}
