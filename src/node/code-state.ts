import { existsSync, realpathSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { locateEngine } from './engine.ts';
import { hashFile } from './hash.ts';
import { ENGINE } from './rolldown.ts';
import { findStats } from './system-error.ts';

/** An import that is not resolved to a file of the project: its name, and the file that contains it. */
export interface OutsideImport {
  name: string;
  importer: string;
}

/** Built-in modules whose functions only compute. */
const PURE = new Set(['path', 'url', 'util', 'assert']);
/** Ways to read what is no module. A false positive only costs a cache. */
const READS =
  /\b(?:process|require|global|globalThis|fetch|WebSocket|crypto|performance|random|console|eval|Function|navigator)\b|\bimport\.meta\b|\bimport\s*\(\s*[^"'\s]|\bDate\s*(?:\(\s*\)|\.now)|\bnew\s+Date\s*[^\s(]|\btoLocale\w*\(\s*\)/;
const PACKAGE = /^(?:@[\w.~-]+\/)?[\w~-][\w.~-]*/;
/** Files in a folder of packages that change with every installation. */
const RECORDS = ['.package-lock.json', '.modules.yaml', '.yarn-state.yml', '.yarn-integrity'];

/** Returns whether code may read something that it does not import, such as a file or the clock. */
export function readsMore(code: string): boolean {
  return READS.test(code);
}

/** Names the state of all packages that code imports; null when one may change without a trace, or code in a folder gets a different one. */
export function namePackages(imports: readonly OutsideImport[], folder: string): string | null {
  const names = new Set<string>();
  for (const one of imports) {
    const name = nameImport(one, folder);
    if (name === null) return null;
    names.add(name);
  }
  return [...names].sort().join(' ');
}

function nameImport({ name, importer }: OutsideImport, from: string): string | null {
  if (isBuiltin(name)) return PURE.has(name.replace(/^node:/, '')) ? '' : null;
  const [pack] = PACKAGE.exec(name) ?? [];
  const folder = pack === undefined ? null : findPackageFolder(pack, path.dirname(importer));
  // The running engine answers for its own names where a project has none; caches have its state anyway.
  if (folder === null && ENGINE.test(name)) return '';
  if (pack === 'rostrum') return folder === realpathSync(locateEngine()) ? '' : null;
  if (pack === undefined || folder === null || findPackageFolder(pack, from) !== folder)
    return null;
  return namePackage(folder);
}

/** Finds the folder of a package as Node would for a file in a folder; null when it is not installed there. */
export function findPackageFolder(name: string, from: string): string | null {
  const folder = path.join(from, 'node_modules', name);
  if (existsSync(path.join(folder, 'package.json'))) return realpathSync(folder);
  const parent = path.dirname(from);
  return parent === from ? null : findPackageFolder(name, parent);
}

/** Names a package by place and manifest, and by all that was installed with it; null when it is linked to a folder of sources. */
function namePackage(folder: string): string | null {
  const modules = `${path.sep}node_modules${path.sep}`;
  const end = folder.indexOf(modules);
  if (end < 0) return null;
  const installed = folder.slice(0, end + modules.length);
  const records = RECORDS.map((file) => path.join(installed, file));
  const files = [path.join(folder, 'package.json'), ...records];
  return files.every(isOlderThanProcess) ? [folder, ...files.map(hashFile)].join(':') : null;
}

/** Returns whether a file is as it was when this process started, so that the process has read no other state of it. */
export function isOlderThanProcess(file: string): boolean {
  const found = findStats(file);
  return found === undefined || Number(found.ctimeMs) < performance.timeOrigin;
}
