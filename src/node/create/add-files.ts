import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MachineError, UsageError } from '../errors.ts';
import { describeReason, describeRefusal, hasCode } from '../system-error.ts';

/** Which files were added and which were there before. */
export interface Added {
  written: string[];
  kept: string[];
}

/** Writes files below a root, all or none; keeps existing files. */
export function addFiles(root: string, files: ReadonlyMap<string, string>): Added {
  const added: Added = { written: [], kept: [] };
  const made: string[] = [];
  try {
    for (const [file, text] of files) {
      const target = path.join(root, file);
      makeFolder(path.dirname(target), made);
      added[writeNew(target, text) ? 'written' : 'kept'].push(file);
    }
    return added;
  } catch (error) {
    for (const file of added.written) rmSync(path.join(root, file), { force: true });
    for (const folder of made.reverse()) rmSync(folder, { recursive: true, force: true });
    throw refuse(error, root);
  }
}

/** Writes files none of which may exist, all or none. */
export function addNew(root: string, files: ReadonlyMap<string, string>): void {
  const { written, kept } = addFiles(root, files);
  if (kept.length === 0) return;
  for (const file of written) rmSync(path.join(root, file), { force: true });
  throw new UsageError(
    `"${kept[0]}" exists already, so nothing was written.`,
    'Choose another name.',
  );
}

/** Creates a folder and its parents, and records each; Node's own recursion does not end in places such as /proc. */
function makeFolder(folder: string, made: string[]): void {
  if (existsSync(folder)) return;
  const around = path.dirname(folder);
  if (around !== folder) makeFolder(around, made);
  mkdirSync(folder);
  made.push(folder);
}

/** Writes a new file; returns false when it exists. */
function writeNew(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    // A disk that is full leaves a file with half of the text.
    if (hasCode(error, 'ENOSPC', 'EIO', 'EDQUOT')) rmSync(file, { force: true });
    throw error;
  }
}

function refuse(cause: unknown, root: string): MachineError {
  const isInTheWay = hasCode(cause, 'EEXIST', 'ENOTDIR') && cause instanceof Error;
  const message = isInTheWay
    ? `"${'path' in cause ? String(cause.path) : root}" cannot be made: a file is in its way.`
    : describeFailure(cause, root);
  const hint = 'Nothing was written. Name a folder that you may write to.';
  return new MachineError(message, { hint, cause });
}

function describeFailure(cause: unknown, root: string): string {
  const isNamed = cause instanceof Error && 'path' in cause;
  const refusal = isNamed ? describeRefusal(cause) : null;
  return refusal ?? `"${root}" cannot be written: ${describeReason(cause) ?? String(cause)}.`;
}
