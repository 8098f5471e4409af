import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { MachineError } from '../errors.ts';
import { explainWriting, writeAll } from '../export/write-export.ts';

/** Writes a page that a command was asked for with `--html`, whole or not at all; throws a `MachineError` where that fails. */
export function writePage(file: string, page: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeAll([[file, Buffer.from(page)]]);
  } catch (error) {
    const explained = explainWriting(error, file);
    if (!(explained instanceof MachineError)) throw explained;
    const hint = 'Nothing was written there. Name another file with --html.';
    throw new MachineError(explained.message, { hint, cause: error });
  }
}
