import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MachineError } from '../errors.ts';
import { isSamePath } from '../paths.ts';
import { hasCode } from '../system-error.ts';
import type { ExportedFile } from './exporter.ts';
import { explainWriting, type Writing } from './write-export.ts';

/**
 * Plans to put files of the project below a folder, where an export names them. Those that lie there already are left alone,
 * and another file of the same name is never written over.
 */
export function planCopies(
  files: readonly ExportedFile[],
  folder: string,
  root: string,
): Writing[] {
  if (isSamePath(folder, root)) return [];
  return files.flatMap(({ name, bytes }): Writing[] => {
    const file = path.join(folder, name);
    const there = readThere(file);
    if (there === null) return [[file, bytes]];
    if (there.equals(bytes)) return [];
    throw new MachineError(`"${file}" differs from the "${name}" that the export names.`, {
      hint: 'Nothing was written there. Take it away, or name another folder with -o.',
    });
  });
}

function readThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw explainWriting(error, file);
  }
}
