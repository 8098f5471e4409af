import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { MachineError } from '../../errors.ts';
import { describeReason } from '../../system-error.ts';

const DRAFT = /^\..+\.\d+\.draft$/;

/** Writes a file whole or not at all: readers see the old text or the new one, whenever the process ends. */
export function writeWhole(file: string, text: string, { isPrecious = true } = {}): void {
  const target = existsSync(file) ? realpathSync(file) : file;
  const draft = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.draft`);
  try {
    const mode = statSync(target, { throwIfNoEntry: false })?.mode ?? 0o644;
    const descriptor = openSync(draft, 'w', mode);
    try {
      writeFileSync(descriptor, text);
      // A file that can be made again need not wait for the disk.
      if (isPrecious) fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
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
