import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ConfigEnv, InlineConfig, Plugin, ResolvedConfig } from 'vite';
import { locateEngineCache } from '../../engine.ts';
import { UsageError } from '../../errors.ts';
import { hash } from '../../hash.ts';
import { noTalks } from '../../project/lost-talks.ts';
import { listProject } from '../../project/read-folder.ts';
import { rostrum } from '../../vite/vite.ts';
import {
  COMMAND_PLUGIN,
  type CommandOptions,
  type RostrumApi,
  type Site,
} from '../../vite/site.ts';
import { aliasCompiledStyles } from '../../pages/decode-styles.ts';
import { readLoneConfig } from './lone-config.ts';
import { readOwnOptions } from './own-options.ts';
import { isPlainConfig } from './plain-config.ts';

const CONFIG_FILES = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'].map(
  (extension) => `vite.config.${extension}`,
);

/** Finds the project's own Vite configuration; null when there is none. */
export function findConfigFile(root: string): string | null {
  return CONFIG_FILES.find((name) => existsSync(path.join(root, name))) ?? null;
}

/** Finds the project's own Vite configuration when it differs from the default; null otherwise. */
export function findSettings(root: string): string | null {
  const file = findConfigFile(root);
  return file !== null && isPlainConfig(root, file) ? null : file;
}

/** Builds a command's part of the Vite configuration; the project needs no file of its own. */
export async function toViteConfig(
  root: string,
  commandOptions: CommandOptions,
  {
    file = commandOptions.isSafe ? null : findConfigFile(root),
    command = 'build',
  }: ConfigChoice = {},
): Promise<InlineConfig> {
  const lone = file === null ? null : await readLoneConfig(root, file, command);
  const configFile = lone && file !== null ? { configFile: path.join(root, file) } : {};
  const isModeless =
    file !== null && !isPlainConfig(root, file) && (await readOwnOptions(root, file)) !== null;
  const plugin: Plugin<CommandOptions> = {
    name: COMMAND_PLUGIN,
    api: Object.assign(commandOptions, configFile, { isModeless }),
  };
  const config: InlineConfig = {
    root,
    logLevel: 'warn',
    clearScreen: false,
    plugins: [plugin, ...(file === null ? rostrum() : [])],
    ...(file === null || lone ? { configFile: false as const } : {}),
    ...(commandOptions.isSafe ? safeConfig(root) : {}),
  };
  return lone ? (await import('vite')).mergeConfig(lone, config) : config;
}

/** Keeps Vite from all code of the project: a PostCSS configuration, compilers of stylesheets, programs that `.env` names, and modules in a cache that came with it. */
function safeConfig(root: string): InlineConfig {
  const name = hash(root);
  const cacheDir = path.join(locateEngineCache(), 'safe', name);
  const alias = aliasCompiledStyles();
  return { cacheDir, envDir: false, resolve: { alias }, css: { postcss: { plugins: [] } } };
}

/** The project's configuration file, null for none, and Vite's command. */
interface ConfigChoice {
  file?: string | null;
  command?: ConfigEnv['command'];
}

/** Finds the site that the plugin opened in a Vite. */
export function siteOf({ plugins, configFile }: ResolvedConfig): Site {
  const main = plugins.find(({ name }) => name === 'rostrum');
  if (!main) {
    throw new UsageError(
      `${path.basename(configFile ?? 'vite.config.ts')} does not use Rostrum.`,
      "Put rostrum() from 'rostrum' into its plugins, or remove the file.",
    );
  }
  return (main.api as RostrumApi).getSite();
}

/** Throws a `UsageError` for a folder without talks. */
export function requireTalks(root: string): void {
  if (listProject(root).talks.size > 0) return;
  throw noTalks(root);
}
