import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { InlineConfig, Plugin, ResolvedConfig } from 'vite';
import { findEngineRoot } from '../engine.ts';
import { UsageError } from '../errors.ts';
import { listProject } from '../project/read.ts';
import { findCache } from '../typescript.ts';
import { rostrum } from '../vite/plugin.ts';
import { COMMAND_PLUGIN, type CommandWishes, type GetSite, type Site } from '../vite/site.ts';
import { isPlainConfig } from './plain-config.ts';

const CONFIG_FILES = ['ts', 'mts', 'js', 'mjs'].map((extension) => `vite.config.${extension}`);

/** What only stands in scripts of the old kind. */
const REQUIRES = /\brequire\(|\bmodule\.exports\b/;

/** Finds the project's own configuration of Vite; null where it has none. */
export function findConfigFile(root: string): string | null {
  return CONFIG_FILES.find((name) => existsSync(path.join(root, name))) ?? null;
}

/** Finds the project's own configuration of Vite where it says more than would be so without it; null otherwise. */
export function findSettings(root: string): string | null {
  const file = findConfigFile(root);
  return file !== null && isPlainConfig(root, file) ? null : file;
}

/** Makes the part of Vite's configuration that a command decides; a project without a file of its own needs none. */
export function toViteConfig(
  root: string,
  wishes: CommandWishes,
  file: string | null = wishes.isSafe ? null : findConfigFile(root),
): InlineConfig {
  const hasConfig = file !== null;
  const command: Plugin<CommandWishes> = { name: COMMAND_PLUGIN, api: wishes };
  return {
    root,
    logLevel: 'warn',
    clearScreen: false,
    plugins: [command, ...(hasConfig ? [] : rostrum())],
    ...(hasConfig ? {} : { configFile: false as const }),
    ...(wishes.isSafe ? safeConfig(root) : {}),
    ...(hasConfig && isScript(root, file) ? { configLoader: 'runner' as const } : {}),
  };
}

/** Keeps Vite from a PostCSS configuration, which is code, and from modules in a cache that came with the project. */
function safeConfig(root: string): InlineConfig {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const cacheDir = path.join(findCache(findEngineRoot()), 'safe', name);
  return { cacheDir, css: { postcss: { plugins: [] } } };
}

/**
 * Tells whether Vite would take a configuration for a script of the old kind, as it does where package.json does not say
 * `"type": "module"`. Such a script cannot load Rostrum, whatever it is written like.
 */
function isScript(root: string, file: string): boolean {
  if (/\.m[jt]s$/.test(file) || REQUIRES.test(readFileSync(path.join(root, file), 'utf8')))
    return false;
  return findPackageType(root) !== 'module';
}

/** Reads what kind of modules the nearest package.json says its files are. */
function findPackageType(folder: string): unknown {
  const file = path.join(folder, 'package.json');
  if (existsSync(file)) {
    try {
      return (JSON.parse(readFileSync(file, 'utf8')) as { type?: unknown }).type;
    } catch {
      return undefined;
    }
  }
  const above = path.dirname(folder);
  return above === folder ? undefined : findPackageType(above);
}

/** Finds the site that the plugin opened in a Vite. */
export function findSite({ plugins, configFile }: ResolvedConfig): Site {
  const main = plugins.find(({ name }) => name === 'rostrum');
  if (!main) {
    throw new UsageError(
      `${path.basename(configFile ?? 'vite.config.ts')} does not use Rostrum.`,
      "Put rostrum() from 'rostrum' into its plugins, or remove the file.",
    );
  }
  return (main.api as { getSite: GetSite }).getSite();
}

/** Refuses a folder that has no talks, where there would be nothing to work on. */
export function requireTalks(root: string): void {
  if (listProject(root).talks.size > 0) return;
  throw new UsageError(
    `There are no talks in ${root}.`,
    'It looks for slides/talks/NAME.md in the folder it is run in; "npx rostrum init" writes a first talk.',
  );
}
