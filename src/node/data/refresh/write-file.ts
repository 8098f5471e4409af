import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { MachineError } from '../../errors.ts';
import { describeReason } from '../../system-error.ts';
import { DRAFT, writeWhole, type DraftOptions } from '../../write-whole.ts';

/** Writes a file whole or not at all; throws a `MachineError` that says why it cannot be written. */
export function writeDataset(file: string, text: string, options?: DraftOptions): void {
  try {
    writeWhole(file, text, options);
  } catch (error) {
    const reason = describeReason(error) ?? String((error as NodeJS.ErrnoException).code);
    throw new MachineError(`${file} could not be written: ${reason}.`, {
      hint: 'Look at the disk and at who may write there; the file is as it was.',
      cause: error,
    });
  }
}

/** Removes drafts that a killed process left behind; the caller holds the lock. */
export function sweepDrafts(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (DRAFT.test(name)) rmSync(path.join(folder, name), { force: true });
  }
}
