import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isSource, isWithin, toInnerPath } from '../../paths.ts';
import { hasCode } from '../../system-error.ts';

/** Options that decide which files a dev server serves. */
export interface Served {
  /** The project's folder. */
  root: string;
  /** Folders of code that pages load, below any of which a file may lie; as absolute paths. */
  codeFolders: readonly string[];
  /** Returns whether a page shows a file of the project, by its path from the root. */
  isShown(file: string): Promise<boolean>;
  /** Tells whether a file, an absolute path, is part of the project's own blocks; defaults to no. */
  isModule?(file: string): boolean;
}

/** Prefixes that Vite removes from a URL; the rest may name a file of the project or of the machine. */
const PREFIXES = /^\/+(?:@(?:fs|id)\/+)+/;

/** Where pnpm keeps packages. */
const PACKAGE_STORE = '.pnpm';

/** Returns whether a URL may be answered: always when it is no file of this machine, otherwise when a page needs the file. */
export async function isServed(pathname: string, served: Served): Promise<boolean> {
  for (const file of listFiles(pathname, served.root)) {
    const real = await findReal(file);
    if (real !== null && !(await isNeeded(file, real, served))) return false;
  }
  return true;
}

/** Lists the files that an address may mean to Vite. */
function listFiles(pathname: string, root: string): string[] {
  const bare = pathname.replace(PREFIXES, '/');
  const inProject = path.join(root, bare.replace(/^\/+/, '/'));
  return bare === pathname ? [inProject] : [inProject, path.resolve('/', bare.slice(1))];
}

/** Returns the path of a file with all links resolved; null when it is missing or a folder. */
async function findReal(file: string): Promise<string | null> {
  try {
    const real = await realpath(file);
    return (await stat(real)).isDirectory() ? null : real;
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EACCES')) return null;
    throw error;
  }
}

async function isNeeded(file: string, real: string, served: Served): Promise<boolean> {
  const { root, codeFolders, isShown, isModule } = served;
  if (!(await stat(real)).isFile()) return false;
  const isCode = (name: string): boolean =>
    codeFolders.some((folder) => isWithin(name, folder) && !isHidden(path.relative(folder, name)));
  if (isCode(file) && isCode(real)) return true;
  if (isModule?.(file) && !isHidden(path.relative(root, file))) return true;
  if (!isWithin(file, root) || !isWithin(real, await realpath(root))) return false;
  const name = toInnerPath(root, file);
  return !isHidden(name) && !isSource(name) && isShown(name);
}

function isHidden(name: string): boolean {
  return name.split(/[\\/]/).some((part) => part.startsWith('.') && part !== PACKAGE_STORE);
}
