import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Block } from '../../../talk/model/block.ts';
import { explainImport } from '../../project/import-error.ts';
import type { Terminal } from '../../terminal.ts';
import { readOwnOptions } from './own-options.ts';
import { findConfigFile, siteOf, toViteConfig } from './vite-config.ts';

/** A configuration without options for Rostrum has no blocks, so it is not run. */
const PLAIN = /\brostrum\(\)/;

/** Reads the project's own blocks from its Vite configuration. */
export async function readOwnBlocks(root: string, terminal: Terminal): Promise<readonly Block[]> {
  const file = findConfigFile(root);
  if (file === null || PLAIN.test(readFileSync(path.join(root, file), 'utf8'))) return [];
  try {
    const own = await readOwnOptions(root, file);
    if (own) return own.blocks;
    const { resolveConfig } = await import('vite');
    return siteOf(await resolveConfig(await toViteConfig(root, { terminal }), 'build')).blocks;
  } catch (error) {
    const { reason } = explainImport(error);
    terminal.note(`${file} could not be read, so blocks of your own are not looked at: ${reason}`);
    return [];
  }
}
