import { realpathSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../errors.ts';

const READ: Readonly<Record<string, readonly string[]>> = {
  slides: ['.md'],
  data: ['.csv', '.json', '.ts', '.tsv'],
};

/** Throws for a target that would overwrite slides or data, or be read as such. */
export function requireNoSource(root: string, file: string): void {
  const [folder = '', ...inside] = path.relative(real(root), real(file)).split(path.sep);
  const isRead = Object.hasOwn(READ, folder) && READ[folder]?.includes(path.extname(file));
  if (!isRead || inside.length === 0) return;
  throw new UsageError(
    `"${path.relative(root, file)}" lies where Rostrum reads slides and data from.`,
    'Name another place.',
  );
}

/** Throws for a target that would overwrite the file from which it is made. */
export function requireOther(targets: Iterable<string>, source: string): void {
  for (const target of targets) {
    if (real(target) !== real(source)) continue;
    throw new UsageError(
      `"${path.basename(source)}" is the deck itself.`,
      'Name another file with -o.',
    );
  }
}

/** Resolves symbolic links, because they may lead to a source; a new file is resolved by its folder. */
function real(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    const folder = path.dirname(file);
    return folder === file ? file : path.join(real(folder), path.basename(file));
  }
}
