import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Rolldown } from 'vite';

/** Puts files into a build under names made of their content; gives the new name of each. */
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
