import { readFileSync } from 'node:fs';
import path from 'node:path';
import { explainImport } from '../../project/import-error.ts';
import type { CheckedOptions } from '../../project/rostrum-options.ts';
import type { Terminal } from '../../terminal.ts';
import { readOwnOptions } from './own-options.ts';
import { findConfigFile, siteOf, toViteConfig } from './vite-config.ts';

/** A configuration without options for Rostrum has no blocks, so it is not run. */
const PLAIN = /\brostrum\(\)/;

/** What a project's configuration says about its talks; nothing where it says nothing or cannot be read. */
export type OwnOptions = Partial<CheckedOptions>;

/** Reads a project's own blocks, and what else its Vite configuration says about talks. */
export async function readOwn(root: string, terminal: Terminal): Promise<OwnOptions> {
  const file = findConfigFile(root);
  if (file === null || PLAIN.test(readFileSync(path.join(root, file), 'utf8'))) return {};
  try {
    const own = await readOwnOptions(root, file);
    if (own) return own;
    const { resolveConfig } = await import('vite');
    const { blocks } = siteOf(await resolveConfig(await toViteConfig(root, { terminal }), 'build'));
    return { blocks: [...blocks] };
  } catch (error) {
    const { reason } = explainImport(error);
    terminal.note(`${file} could not be read, so blocks of your own are not looked at: ${reason}`);
    return {};
  }
}
