import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Rolldown } from 'vite';

/** Writes files into a build under names made from their content; returns the new names. */
export function emitAssets(
  context: Rolldown.PluginContext,
  root: string,
  files: Iterable<string>,
): Map<string, string> {
  const names = new Map<string, string>();
  for (const file of new Set(files)) {
    const source = readFileSync(path.join(root, file));
    const reference = context.emitFile({ type: 'asset', name: path.basename(file), source });
    names.set(file, context.getFileName(reference));
  }
  return names;
}
