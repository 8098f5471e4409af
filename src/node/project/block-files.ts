import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Block } from '../../talk/model/block.ts';
import { BLOCK_FILE_KINDS, type BlockFiles } from '../../talk/model/block-files.ts';
import { toSlashes } from '../paths.ts';
import { findStats } from '../system-error.ts';

/** Where the files of blocks are looked for. */
export interface BlockFolders {
  root: string;
  /** The folder of the configuration file. */
  folder: string;
}

const FILE_URL = /^file:/;

/** Returns a block with its files as paths from the project's root, or why one of them cannot be used. */
export function resolveBlockFiles(block: Block, folders: BlockFolders): Block | string {
  const files: BlockFiles = {};
  for (const kind of BLOCK_FILE_KINDS) {
    const value = block[kind];
    if (value === undefined) continue;
    const file = toPath(value, folders.folder);
    if (file === null) return `("${block.name}") has an "${kind}" that is no path of a file`;
    if (!findStats(file)?.isFile()) {
      const shown = toSlashes(path.relative(folders.root, file));
      return `("${block.name}") has "${kind}: ${shown}", and there is no such file`;
    }
    files[kind] = toRelative(folders.root, file);
  }
  if (block.drawsItself === true && files.element === undefined) {
    return `("${block.name}") has "drawsItself" and no "element" that could`;
  }
  return { ...block, ...files };
}

/** Returns the absolute path that a block or a theme names; null for none. */
export function toPath(value: unknown, folder: string): string | null {
  const text = typeof value === 'string' ? value : Object(value as object)['href'];
  if (typeof text !== 'string' || text === '') return null;
  try {
    return FILE_URL.test(text) ? fileURLToPath(text) : path.resolve(folder, text);
  } catch {
    return null;
  }
}

/** Writes a path as `./` or `../` and the way from the root. */
export function toRelative(root: string, file: string): string {
  const relative = toSlashes(path.relative(root, file));
  return relative.startsWith('../') ? relative : `./${relative}`;
}
