import { realpathSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../errors.ts';

const READ: Readonly<Record<string, readonly string[]>> = {
  slides: ['.md'],
  data: ['.json', '.ts'],
};

/** Refuses to write a file over slides or data, or where it would be taken for some. */
export function requireNoSource(root: string, file: string): void {
  const [folder = '', ...inside] = path.relative(real(root), real(file)).split(path.sep);
  const isRead = Object.hasOwn(READ, folder) && READ[folder]?.includes(path.extname(file));
  if (!isRead || inside.length === 0) return;
  throw new UsageError(
    `"${path.relative(root, file)}" lies where Rostrum reads slides and data from.`,
    'Name another place.',
  );
}

/** A link can lead to a source as well; what is not there yet lies in a folder that is. */
function real(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    const folder = path.dirname(file);
    return folder === file ? file : path.join(real(folder), path.basename(file));
  }
}
