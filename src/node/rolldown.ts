import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Rolldown from 'rolldown';
import { locateEngine } from './engine.ts';

/** What a project's own code imports of the engine. */
export const ENGINE = /^(?:rostrum(?:\/kernel)?|vite)$/;

const QUOTED_VITE = /(['"])vite\1/g;
const ONLY_DEFINE_CONFIG = /\bimport\s*\{\s*defineConfig\s*,?\s*\}\s*from\s*(['"])vite\1/;
const DEFINE_CONFIG = '\0rostrum:define-config';

/** Loads the Rolldown that Vite brings; a dependency of our own would be a second one beside it, of 20 MB. */
export async function loadRolldown(): Promise<typeof Rolldown> {
  const vite = createRequire(import.meta.url).resolve('vite');
  const file = createRequire(vite).resolve('rolldown');
  return (await import(pathToFileURL(file).href)) as typeof Rolldown;
}

/** Resolves `rostrum` to this engine and `vite` to its Vite, even when the project has neither. */
export function engineItself(): Rolldown.Plugin {
  const bin = path.join(locateEngine(), 'bin');
  const files: Record<string, string> = {
    rostrum: path.join(bin, 'plugin.mjs'),
    'rostrum/kernel': path.join(bin, 'kernel.mjs'),
    vite: createRequire(import.meta.url).resolve('vite'),
  };
  return {
    name: 'rostrum:engine',
    resolveId: {
      filter: { id: ENGINE },
      handler(id, _importer, { kind }) {
        const file = files[id] ?? '';
        return { id: kind === 'require-call' ? file : pathToFileURL(file).href, external: true };
      },
    },
  };
}

/** Spares files that import only `defineConfig` from Vite, which returns what it takes, the time to load Vite. */
export function viteForConfig(): Rolldown.Plugin {
  return {
    name: 'rostrum:define-config',
    resolveId: {
      filter: { id: /^vite$/ },
      handler(_id, importer) {
        const text = importer === undefined ? '' : readFileSync(importer, 'utf8');
        const isOnly = ONLY_DEFINE_CONFIG.test(text) && text.match(QUOTED_VITE)?.length === 1;
        return isOnly ? DEFINE_CONFIG : null;
      },
    },
    load: {
      filter: { id: new RegExp(`^${DEFINE_CONFIG}$`) },
      handler: () => 'export const defineConfig = (config) => config;',
    },
  };
}
