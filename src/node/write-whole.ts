import {
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { hasCode } from './system-error.ts';

/** A file that is written under a temporary name beside its place. */
export interface DraftFile {
  /** Moves it to its place, where readers see the old file or the new one, never half of it. */
  publish(): void;
  /** Removes it, if it was not published. */
  discard(): void;
}

/** The names of drafts, which a killed process leaves behind. */
export const DRAFT = /^\..+\.\d+\.draft$/;

/** How a draft is written. */
export interface DraftOptions {
  /** Whether it is on the disk before it is published, for a file that cannot be made again; defaults to no. */
  isPrecious?: boolean;
}

/** Writes a file under a temporary name; the target of a symbolic link and the rights of an existing file are kept. */
export function draftFile(
  file: string,
  content: string | Uint8Array,
  { isPrecious = false }: DraftOptions = {},
): DraftFile {
  const target = followLink(file);
  const draft = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.draft`);
  const discard = (): void => rmSync(draft, { force: true });
  try {
    write(draft, content, statSync(target, { throwIfNoEntry: false })?.mode, isPrecious);
  } catch (error) {
    discard();
    throw error;
  }
  return { publish: () => renameSync(draft, target), discard };
}

/** Writes a file whole or not at all, whenever the process ends; throws the system's error. */
export function writeWhole(
  file: string,
  content: string | Uint8Array,
  options: DraftOptions = {},
): void {
  const draft = draftFile(file, content, options);
  try {
    draft.publish();
  } finally {
    draft.discard();
  }
}

/** Moves a finished folder to its place; where another process was faster, its folder stays and this one is removed. */
export function publishFolder(draft: string, folder: string): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!hasCode(error, 'EEXIST', 'ENOTEMPTY')) throw error;
  }
}

function write(file: string, content: string | Uint8Array, mode = 0o666, isPrecious: boolean) {
  const descriptor = openSync(file, 'w', mode);
  try {
    writeFileSync(descriptor, content);
    if (isPrecious) fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function followLink(file: string): string {
  try {
    return realpathSync(file);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return file;
    throw error;
  }
}
