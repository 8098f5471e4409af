import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OutputChunk, Plugin } from 'rolldown';
import { readsMore, type OutsideImport } from './code-state.ts';
import { hash } from './hash.ts';
import { ENGINE, engineItself, loadRolldown, viteForConfig } from './rolldown.ts';

/** Files of a project as JavaScript, with packages left outside. */
export interface Bundle {
  chunks: OutputChunk[];
  /** All files that were read, including those without code in the bundle. */
  modules: string[];
  /** The packages that they import, and where. */
  imports: OutsideImport[];
  /** Whether its exports follow from those files and packages alone, as far as the code shows. */
  isClosed: boolean;
}

/** Bundles files of a project, one entry each. Throws an error of Rolldown for code that it cannot parse. */
export async function bundleFiles(files: readonly string[]): Promise<Bundle> {
  const modules: string[] = [];
  const all: OutsideImport[] = [];
  const { rolldown } = await loadRolldown();
  const build = await rolldown({
    input: Object.fromEntries(files.map((file) => [toEntryName(file), file])),
    external: (name, importer) => {
      // Rolldown's own modules have no path.
      if (importer !== undefined && path.isAbsolute(importer)) all.push({ name, importer });
      return !ENGINE.test(name) && isOutside(name);
    },
    plugins: [viteForConfig(), engineItself(), keepAddresses(), listModules(modules)],
    platform: 'node',
    logLevel: 'silent',
  });
  const { output } = await build.generate({ format: 'esm', entryFileNames: '[name].mjs' });
  await build.close();
  const chunks = output.filter((part) => part.type === 'chunk');
  const imports = all.filter(({ name }) => isOutside(name));
  // A file that is added could be found first under a name without its ending.
  const isExact = all.every(({ name }) => isOutside(name) || path.extname(name) !== '');
  const isClosed = isExact && !chunks.some(({ code }) => readsMore(code));
  return { chunks, modules, imports, isClosed };
}

/** Returns the name of the chunk that a file becomes. */
export function toEntryName(file: string): string {
  return `${path.basename(file, '.ts')}-${hash(file).slice(0, 6)}`;
}

function isOutside(name: string): boolean {
  return !name.startsWith('.') && !path.isAbsolute(name);
}

/** Lets modules name files beside them, although their code moves. */
function keepAddresses(): Plugin {
  return {
    name: 'rostrum:addresses',
    transform: {
      filter: { code: 'import.meta.url' },
      handler: (code, id) =>
        code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
    },
  };
}

function listModules(modules: string[]): Plugin {
  return {
    name: 'rostrum:modules',
    moduleParsed({ id }) {
      if (path.isAbsolute(id)) modules.push(id);
    },
  };
}
