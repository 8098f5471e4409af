import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/*
 * Node runs no TypeScript before version 24. A package has the Node floor bundled below `dist`; in a clone it is
 * bundled once per state of its sources and kept in a cache. A warm start costs one walk over the files' dates and sizes.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PACKED = path.join(ROOT, 'dist/engine');
const CACHE = path.join(ROOT, 'node_modules/.cache/rostrum/engine');
const FLOORS = ['src/talk', 'src/node', 'src/kernel'];
const ENTRIES = { cli: 'src/node/cli/cli.ts', plugin: 'src/node/api.ts' };
/** What is bundled beside the floor in a clone; a package brings it as files that pages load as well. */
const KERNEL = { kernel: 'src/kernel/api.ts' };
const HOUR = 60 * 60 * 1000;

/** Packages that stay outside the bundle: large, native, or wanted by few commands. */
const OUTSIDE = /^(?:node:|vite$|rolldown$|playwright-core$|@sparticuz\/)/;

/** Imports one entry of the Node floor, bundling the floor first where its sources changed. */
export async function importEngine(entry) {
  const folder = findEngine();
  if (!isBundled(folder)) await bundleEngine();
  return import(pathToFileURL(path.join(folder, `${entry}.mjs`)).href);
}

let engine;

/** Names the folder of the bundle of the sources as this process found them, or of the one that the package brings. */
export function findEngine() {
  return (engine ??= locateBundle());
}

function locateBundle() {
  if (existsSync(path.join(ROOT, 'src/node'))) return path.join(CACHE, stamp());
  return path.join(PACKED, readdirSync(PACKED)[0] ?? '');
}

/** Returns whether a folder holds a whole bundle. */
export function isBundled(folder) {
  return existsSync(path.join(folder, 'plugin.mjs'));
}

/** Names the module that `rostrum/kernel` is. */
export function findKernel() {
  const folder = findEngine();
  if (!folder.startsWith(PACKED)) return path.join(folder, 'kernel.mjs');
  return path.join(ROOT, 'dist/floor/kernel/api.js');
}

/** Bundles the Node floor into its place in the cache. */
export async function bundleEngine() {
  const folder = findEngine();
  // What Rolldown's allocator has no more use for goes back at once, for the build that may follow in this process.
  process.env.MIMALLOC_PURGE_DELAY ??= '0';
  const draft = `${folder}.${process.pid}`;
  await mkdir(CACHE, { recursive: true });
  await writeEngine(draft, { sourcemap: true }, { ...ENTRIES, ...KERNEL });
  await moveInto(draft, folder);
  await sweep(folder);
}

/** Writes a bundle of the Node floor, or of other entries, into a folder and lists the modules that it holds. */
export async function writeEngine(folder, output, input = ENTRIES) {
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    cwd: ROOT,
    input,
    plugins: [bundleKernel()],
    external: OUTSIDE,
    platform: 'node',
    // Some packages have an ES module beside a main file that no bundler can follow.
    resolve: {
      mainFields: ['module', 'main'],
      alias: { rostrum$: path.join(ROOT, 'src/node/api.ts') },
    },
    logLevel: 'silent',
  });
  const written = await build.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    ...output,
  });
  await build.close();
  return written.output.flatMap((part) => part.moduleIds ?? []);
}

/** Lets the modules of `src/kernel` import the floor as `rostrum`, and keep their own addresses, which their blocks name. */
function bundleKernel() {
  return {
    name: 'rostrum:kernel',
    resolveId: {
      filter: { id: /^rostrum$/ },
      handler: () => path.join(ROOT, ENTRIES.plugin),
    },
    transform: {
      filter: { id: /[\\/]src[\\/]kernel[\\/]/ },
      handler: (code, id) =>
        code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
    },
  };
}

/** Names the state of everything that the bundle is made of. */
function stamp() {
  const hash = createHash('sha256').update(process.versions.node);
  for (const name of ['bin/engine.mjs', 'package.json', 'node_modules/.package-lock.json']) {
    addFile(hash, path.join(ROOT, name));
  }
  for (const floor of FLOORS) addFolder(hash, path.join(ROOT, floor));
  return hash.digest('hex').slice(0, 16);
}

function addFolder(hash, folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) addFolder(hash, file);
    else if (entry.name.endsWith('.ts')) addFile(hash, file);
  }
}

function addFile(hash, file) {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found) hash.update(`${file}\0${found.mtimeMs}\0${found.size}\0`);
}

/** Moves a finished bundle to its place, so that two runs at once never see half of it. */
async function moveInto(draft, folder) {
  try {
    await rename(draft, folder);
  } catch (error) {
    // Another run was first; its bundle has the same name and so the same content.
    await rm(draft, { recursive: true, force: true });
    if (!isBundled(folder)) throw error;
  }
}

/** Removes bundles of older sources, but none that a running process may still load commands from. */
async function sweep(current) {
  const now = new Date();
  await utimes(current, now, now);
  for (const name of await readdir(CACHE)) {
    const folder = path.join(CACHE, name);
    const found = await stat(folder).catch(() => null);
    if (found && now.getTime() - found.mtimeMs > HOUR)
      await rm(folder, { recursive: true, force: true });
  }
}
