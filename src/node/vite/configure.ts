import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin, UserConfig } from 'vite';
import { locateEngine } from '../engine.ts';
import { locateCache } from '../typescript.ts';
import { groupChunks } from '../client/chunks.ts';
import { listBrowserFiles } from '../pages/browser-files.ts';

/** Builds the Vite configuration that Rostrum needs; keeps the settings of the project. */
export function configure(): Plugin {
  return {
    name: 'rostrum:configure',
    config(user, { command }) {
      const root = path.resolve(user.root ?? process.cwd());
      const shared: UserConfig = {
        appType: 'custom',
        publicDir: false,
        css: { transformer: user.css?.transformer ?? 'lightningcss' },
      };
      return command === 'build'
        ? { ...shared, base: user.base ?? './', build: buildOptions(user) }
        : { ...shared, ...serveOptions(user, root) };
    },
  };
}

function serveOptions(user: UserConfig, root: string): UserConfig {
  const cache = locateCache(root);
  const isWatched = user.server?.watch !== null;
  return {
    cacheDir: user.cacheDir ?? path.join(cache, 'vite'),
    server: {
      ...(isWatched ? { watch: { ignored: [isWithin(cache)] } } : {}),
      host: user.server?.host ?? '127.0.0.1',
      fs: { allow: [root, locateEngine(), locatePackages()] },
    },
  };
}

function isWithin(folder: string): (file: string) => boolean {
  const start = `${folder.replaceAll('\\', '/')}/`;
  return (file) => file.replaceAll('\\', '/').startsWith(start);
}

/** Lists the folders of packages that the dev server's pages may load modules of, as absolute paths. */
export function listCodeFolders(root: string): string[] {
  return [locatePackages(), path.join(root, 'node_modules')];
}

/** Finds the folder of packages in which Vite lies, whose client is on each page. */
function locatePackages(): string {
  const require = createRequire(path.join(locateEngine(), 'package.json'));
  return path.resolve(require.resolve('vite/package.json'), '../..');
}

function buildOptions(user: UserConfig): NonNullable<UserConfig['build']> {
  const { script, style, indexStyle } = listBrowserFiles();
  const output = user.build?.rolldownOptions?.output ?? {};
  return {
    modulePreload: false,
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    ...user.build,
    rolldownOptions: {
      ...user.build?.rolldownOptions,
      input: { talk: script, rostrum: style, index: indexStyle },
      output: Array.isArray(output)
        ? output
        : { ...output, codeSplitting: output.codeSplitting ?? { groups: groupChunks() } },
    },
  };
}
